internal import Mustache

/// The templates of the pages, parsed once. A view is a value whose stored properties the templates name;
/// its `t` are the words of whoever reads it.
struct Pages: Sendable {
  private let library: MustacheLibrary

  /// Where a page stands in the bar at the top.
  enum Tab: Sendable, Hashable {
    case lookup, concordance, alignments, none
  }

  /// What the layout shows around every page.
  private struct Frame {
    let t: [String: String]
    let title, content, otherLanguage: String
    let isLookup, isConcordance, isAlignments: Bool
  }

  /// A template that does not parse leaves its page empty; a test renders them all.
  static let shared = Pages([
    "layout": PackageResources.layout_mustache,
    "lookup": PackageResources.lookup_mustache,
    "concordance": PackageResources.concordance_mustache,
    "unit": PackageResources.unit_mustache,
    "alignments": PackageResources.alignments_mustache,
    "review": PackageResources.review_mustache,
    "problem": PackageResources.problem_mustache,
  ])

  private init(_ sources: [String: [UInt8]]) {
    library = MustacheLibrary(
      templates: sources.compactMapValues {
        try? MustacheTemplate(string: String(decoding: $0, as: UTF8.self))
      })
  }

  /// - Parameter otherLanguage: The address of the same page in the other language.
  func render(
    _ name: String, title: String, tab: Tab, words: Words, otherLanguage: String, _ view: Any
  ) -> String {
    let content = library.render(view, withTemplate: name) ?? ""
    let frame = Frame(
      t: words.texts, title: title, content: content, otherLanguage: otherLanguage,
      isLookup: tab == .lookup, isConcordance: tab == .concordance,
      isAlignments: tab == .alignments)
    return library.render(frame, withTemplate: "layout") ?? content
  }
}

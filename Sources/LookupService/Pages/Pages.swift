internal import Mustache

/// The templates of the pages, parsed once. A view is a value whose properties the templates name.
struct Pages: Sendable {
  private let library: MustacheLibrary

  /// What the layout shows around every page.
  private struct Frame {
    let title: String
    let content: String
  }

  /// A template that does not parse leaves its page empty; a test renders them all.
  static let shared = Pages([
    "layout": PackageResources.layout_mustache,
    "lookup": PackageResources.lookup_mustache,
  ])

  private init(_ sources: [String: [UInt8]]) {
    library = MustacheLibrary(
      templates: sources.compactMapValues {
        try? MustacheTemplate(string: String(decoding: $0, as: UTF8.self))
      })
  }

  func render(_ name: String, title: String, _ view: Any) -> String {
    let content = library.render(view, withTemplate: name) ?? ""
    return library.render(Frame(title: title, content: content), withTemplate: "layout") ?? content
  }
}

public import BilingualLexicon
public import BitextModel

/// Says which words of a unit's texts explain each other, where there is a lexicon of their languages.
///
/// A class, because it remembers the lexicons that it has opened.
public final class TokenLinker {
  private let paths: [String]
  private var known: [[String]: [Lexicon]] = [:]

  /// - Parameter paths: Files of lexicons, or `none`; without any the data folder's are used.
  public init(_ paths: [String] = []) {
    self.paths = paths
  }

  /// The lexicons of two languages; none where there is none.
  public func lexicons(_ a: LanguageTag, _ b: LanguageTag) throws(InputFault) -> [Lexicon] {
    if paths == ["none"] { return [] }
    let key = [a.language, b.language].sorted()
    if let lexicons = known[key] { return lexicons }
    var found: [Lexicon] = []
    for path in paths {
      let lexicon = try LexiconFolder.open(path)
      if lexicon.joins(a, b) { found.append(lexicon) }
    }
    if paths.isEmpty, let lexicon = try LexiconFolder.find(a, b) { found = [lexicon] }
    known[key] = found
    return found
  }

  /// The links between the words of two texts; `nil` without a lexicon.
  public func links(
    _ source: Variant, _ target: Variant
  ) throws -> [TokenAlignment.Link]? {
    let lexicons = try lexicons(source.language, target.language)
    guard !lexicons.isEmpty else { return nil }
    return try SegmentExplanation(
      source.content.text, in: source.language, target.content.text, in: target.language,
      lexicons: lexicons
    ).alignment.links
  }
}

extension [TokenAlignment.Link] {
  /// The places of the target that go with any of these of the source, ascending, without overlaps.
  func targets(of ranges: [Range<Int>]) -> [Range<Int>] {
    let touched = filter { link in ranges.contains { $0.overlaps(link.source) } }.map(\.target)
    var joined: [Range<Int>] = []
    for range in touched.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, range.lowerBound < last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}

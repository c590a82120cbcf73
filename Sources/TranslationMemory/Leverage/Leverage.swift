public import BitextModel
internal import UnicodeText

/// How much of some documents a memory has already: the statistics by which translations are priced.
///
/// Every segment with a text is counted in one band, but for page furniture, which is counted apart.
public struct Leverage: Sendable, Hashable {
  /// The figures of one file, or of all.
  public struct Row: Sendable, Hashable {
    public let name: String
    public internal(set) var bands: [LeverageBand: LeverageCount] = [:]
    /// Of texts that no segment before has, in this file or another.
    public internal(set) var unique = LeverageCount()
    /// Menus, source lines and the like, which are in no band.
    public internal(set) var excluded = LeverageCount()

    init(name: String) {
      self.name = name
    }

    /// What is in the bands.
    public var total: LeverageCount { bands.values.reduce(into: LeverageCount()) { $0 += $1 } }

    public subscript(band: LeverageBand) -> LeverageCount { bands[band] ?? LeverageCount() }
  }

  /// In the order in which the documents came.
  public private(set) var files: [Row] = []

  /// Whether a repetition outranks a match of 100; one in context outranks it always.
  public let ranksRepetitionsFirst: Bool

  /// The texts so far.
  private var seen = Set<String>()

  public init(ranksRepetitionsFirst: Bool = false) {
    self.ranksRepetitionsFirst = ranksRepetitionsFirst
  }

  /// The sum of the files.
  public var total: Row {
    files.reduce(into: Row(name: "total")) { sum, row in
      for (band, count) in row.bands { sum.bands[band, default: LeverageCount()] += count }
      sum.unique += row.unique
      sum.excluded += row.excluded
    }
  }

  /// Counts the segments of a document.
  ///
  /// - Parameter best: The best match of a segment, looked up with its neighbours at a similarity of
  ///   `LeverageBand.floor` at least.
  public mutating func count(
    _ document: Document, name: String, best: (LookupQuery) throws -> Match?
  ) throws {
    let tokenizer = try WordTokenizer(locale: document.language.description)
    var row = Row(name: name)
    var here = Set<String>()
    let texts = document.segments.indices.map { String(document.trimmedText(of: $0)) }
    let places = document.segments.indices.filter { !texts[$0].isEmpty }
    let counted = places.filter { document.segments[$0].kind != .boilerplate }
    for (place, index) in counted.enumerated() {
      let text = texts[index]
      let size = try Self.size(of: text, tokenizer)
      // An empty neighbour says that the segment is the first or the last.
      let query = LookupQuery(
        SegmentContent(text), previous: place > 0 ? texts[counted[place - 1]] : "",
        next: place + 1 < counted.count ? texts[counted[place + 1]] : "")
      let repetition: LeverageBand? =
        here.contains(text) ? .repetition : seen.contains(text) ? .crossFileRepetition : nil
      let matched = LeverageBand(score: try best(query)?.score)
      let band = matched.ranked(against: repetition, first: ranksRepetitionsFirst)
      row.bands[band, default: LeverageCount()] += size
      if repetition == nil { row.unique += size }
      here.insert(text)
    }
    for index in places where document.segments[index].kind == .boilerplate {
      row.excluded += try Self.size(of: texts[index], tokenizer)
    }
    seen.formUnion(here)
    files.append(row)
  }

  private static func size(
    of text: String, _ tokenizer: borrowing WordTokenizer
  ) throws -> LeverageCount {
    var count = LeverageCount()
    count.segments = 1
    count.words = try tokenizer.tokens(in: text).count { $0.kind != .punctuation }
    count.characters = text.count
    count.charactersWithoutSpaces = text.count { !$0.isWhitespace }
    return count
  }
}

extension LeverageBand {
  /// The better of a match and a repetition.
  fileprivate func ranked(against repetition: LeverageBand?, first: Bool) -> LeverageBand {
    guard let repetition, self != .context, first || self != .exact else { return self }
    return repetition
  }
}

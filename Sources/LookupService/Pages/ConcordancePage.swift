internal import BitextToolkit

/// What the page of concordances shows.
struct ConcordancePage {
  struct Row {
    let variants: [Line]
    let origin, unitPath: String
  }

  struct Line {
    let language: String
    let pieces: [Piece]
  }

  struct Piece {
    let text: String
    let isMarked: Bool
  }

  let t: [String: String]
  let hasMemories: Bool
  let memories, from: [LookupPage.Choice]
  let query: String
  let hasAnswer: Bool
  let count: String
  /// The number of the first hit, from 1.
  let first: Int
  let rows: [Row]
  /// The address of the next page; `nil` when this is the last.
  let more: String?

  /// - Parameter first: How many hits were shown on the pages before.
  init(
    _ shown: ShownMemories, words: Words, query: String, side: String?, skipped: Int,
    record: ConcordancePageRecord?
  ) {
    t = words.texts
    (hasMemories, memories, from) = (!shown.memories.isEmpty, shown.memories, shown.from)
    (self.query, hasAnswer, first) = (query, record != nil, skipped + 1)
    rows = (record?.hits ?? []).map { Row($0, memory: shown.chosen) }
    let seen = skipped + rows.count
    count = record?.next == nil ? words.count(seen, "hits") : words["hits_more", seen]
    more = record?.next.map { cursor in
      "/concordance?"
        + Exchange.query([
          ("q", query), ("memory", shown.chosen), ("side", side ?? ""), ("cursor", cursor),
          ("skipped", String(seen)),
        ])
    }
  }
}

extension ConcordancePage.Row {
  fileprivate init(_ hit: ConcordanceRecord, memory: String) {
    let found = ConcordancePage.Line(
      language: hit.language.description, pieces: Self.pieces(hit.text, hit.ranges))
    variants =
      [found]
      + hit.counterparts.map {
        ConcordancePage.Line(
          language: $0.language.description, pieces: Self.pieces($0.text, $0.ranges ?? []))
      }
    origin = hit.provenance.shortText
    unitPath = "/units/\(hit.unit.rawValue)?" + Exchange.query([("memory", memory)])
  }

  private static func pieces(_ text: String, _ ranges: [Range<Int>]) -> [ConcordancePage.Piece] {
    var (pieces, end): ([ConcordancePage.Piece], Int) = ([], 0)
    for range in ranges {
      pieces.append(.init(text: String(text.utf8Slice(end..<range.lowerBound)), isMarked: false))
      pieces.append(.init(text: String(text.utf8Slice(range)), isMarked: true))
      end = range.upperBound
    }
    pieces.append(.init(text: String(text.utf8Slice(end..<text.utf8.count)), isMarked: false))
    return pieces.filter { !$0.text.isEmpty }
  }
}

internal import BitextToolkit

/// What the page of lookups shows.
struct LookupPage {
  struct Row {
    let score: Int
    let pieces: [Piece]
    let target, source: String
    let sourceLanguage, targetLanguage: String
  }

  struct Piece {
    let text: String
    let isKept, isInserted, isDeleted: Bool
  }

  let memories: [String]
  let query: String
  /// Whether something was looked up.
  let hasAnswer: Bool
  let rows: [Row]

  init(memories: [String], query: String, record: LookupRecord?) {
    (self.memories, self.query, hasAnswer) = (memories, query, record != nil)
    rows = (record?.matches ?? []).map { match in
      Row(
        score: match.score,
        pieces: match.diff.map {
          Piece(
            text: $0.text, isKept: $0.kind == .keep, isInserted: $0.kind == .insert,
            isDeleted: $0.kind == .delete)
        }, target: match.target, source: match.source,
        sourceLanguage: match.sourceLanguage.description,
        targetLanguage: match.targetLanguage.description)
    }
  }
}

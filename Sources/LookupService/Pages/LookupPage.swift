internal import BitextToolkit

/// What the page of lookups shows.
struct LookupPage {
  struct Choice {
    let name, code, summary: String
    let isChosen: Bool
  }

  struct Piece {
    let text: String
    let isKept, isInserted, isDeleted: Bool
  }

  struct Penalty {
    let name: String
    let points: Int
  }

  struct Row {
    let score: Int
    let kind: String
    let penalties: [Penalty]
    let pieces: [Piece]
    let target, sourceLanguage, targetLanguage, origin, unitPath: String
    let isClaim: Bool
    let status: String?
  }

  let t: [String: String]
  let hasMemories: Bool
  let memories, from, to: [Choice]
  let minimum: Int
  let query: String
  /// Whether something was looked up.
  let hasAnswer: Bool
  let count: String
  let rows: [Row]

  init(
    _ shown: ShownMemories, words: Words, query: String, minimum: Int, record: LookupRecord?
  ) {
    t = words.texts
    (hasMemories, memories) = (!shown.memories.isEmpty, shown.memories)
    (from, to) = (shown.from, shown.to)
    (self.query, self.minimum, hasAnswer) = (query, minimum, record != nil)
    count = words.count(record?.matches.count ?? 0, "matches")
    rows = (record?.matches ?? []).map { Row($0, shown.chosen, words) }
  }
}

/// The memories that somebody may read, and what they chose of them.
struct ShownMemories {
  let memories, from, to: [LookupPage.Choice]
  /// The name of the one that is looked in.
  let chosen: String

  init(_ exchange: Exchange, words: Words) throws {
    let readable = exchange.memories(for: .read)
    let chosen = exchange.value("memory") ?? readable.first?.name ?? ""
    self.chosen = chosen
    var languages: [LanguageTag] = []
    memories = try readable.map { served in
      let (codes, units) = try served.memory.read { snapshot in
        (try snapshot.languages.keys.sorted(), try snapshot.unitCount)
      }
      if served.name == chosen { languages = codes }
      return LookupPage.Choice(
        name: served.name, code: "",
        summary: [words.count(units, "units"), codes.map(\.description).joined(separator: ", ")]
          .joined(separator: " · "),
        isChosen: served.name == chosen)
    }
    let choices = { (name: String) in
      languages.map { tag in
        LookupPage.Choice(
          name: tag.description, code: tag.description, summary: "",
          isChosen: exchange.value(name) == tag.description)
      }
    }
    (from, to) = (choices(exchange.value("side") == nil ? "from" : "side"), choices("to"))
  }
}

extension LookupPage.Row {
  fileprivate init(_ match: LookupRecord.MatchRecord, _ memory: String, _ words: Words) {
    score = match.score
    kind = words["match_\(match.kind.rawValue)"]
    penalties = match.penalties.map { .init(name: "\($0.name)", points: $0.points) }
    pieces = match.diff.map {
      .init(
        text: $0.text, isKept: $0.kind == .keep, isInserted: $0.kind == .insert,
        isDeleted: $0.kind == .delete)
    }
    target = match.target
    (sourceLanguage, targetLanguage) = (
      match.sourceLanguage.description, match.targetLanguage.description
    )
    origin = match.provenance.shortText
    isClaim = match.relation == .claim
    status = match.provenance.status.flatMap { words.texts["status_\($0.rawValue)"] }
    unitPath = "/units/\(match.unit.rawValue)?" + Exchange.query([("memory", memory)])
  }
}

extension ProvenanceRecord {
  /// The document and sentence on either side, or the file that brought it.
  var shortText: String {
    let places = places.map { place in
      let segments = place.segments.map(String.init).joined(separator: "+")
      return segments.isEmpty ? place.document : "\(place.document):\(segments)"
    }
    let origin = places.isEmpty ? file.map { [$0] } ?? [] : places
    return (origin + [added.map { String($0.prefix(10)) }].compactMap(\.self))
      .joined(separator: " · ")
  }
}

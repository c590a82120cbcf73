internal import BitextToolkit
internal import HTTPTypes

/// Words wherever they stand.
enum ConcordanceRoutes {
  static let routes: [Route] = [
    Route(
      .get, "/v1/concordance", .scope(.read),
      Operation(
        "concordance", "concordance",
        "Where a word, a phrase or the start of a word (Rakete*) stands, page by page.",
        parameters: [
          .init("q", "The word, phrase, or start of a word and a star.", isRequired: true),
          .init("memory", "The memory; may be left out where there is one alone."),
          .init("side", "The language to search; by default all.", .language),
          .init("limit", "The most hits of a page, by default 20.", .integer(1...1000)),
          .init("cursor", "The “next” of the page before."),
        ], answer: [.json("Concordance")], problems: [.notFound])
    ) { exchange in
      let search = try ConcordanceSearch(exchange)
      return try Answer.json(try await exchange.quickly { try search.page() })
    }
  ]
}

/// One page of a concordance.
struct ConcordancePageRecord: Sendable, Hashable, Encodable {
  let v = 1
  let phrase: String
  let hits: [ConcordanceRecord]
  /// What to ask for next; `nil` when these were the last.
  let next: String?

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(v, forKey: .v)
    try container.encode(phrase, forKey: .phrase)
    try container.encode(hits, forKey: .hits)
    try container.encode(next, forKey: .next)
  }

  private enum CodingKeys: CodingKey { case v, phrase, hits, next }
}

struct ConcordanceSearch: Sendable {
  let served: ServedMemory
  let phrase: String
  let side: LanguageTag?
  let limit: Int
  let last: VariantPlace?

  /// - Parameter memory: `nil` takes the one that the request names.
  init(_ exchange: Exchange, memory: String? = nil) throws(Problem) {
    served = try exchange.memory(for: .read, named: memory)
    phrase = try exchange.text("q")
    side = try exchange.language("side")
    limit = try exchange.integer(
      "limit", default: 20, in: 1...exchange.service.settings.limits.results)
    last = try exchange.value("cursor").map(Self.place)
  }

  func page() throws -> ConcordancePageRecord {
    guard let sought = try Phrase(phrase, tokenizer: WordTokenizer()) else {
      throw Problem(.badValue, "There is no word in “q”.")
    }
    let linker = TokenLinker(["none"])
    return try served.memory.read { snapshot in
      var hits: [ConcordanceRecord] = []
      var end: VariantPlace?
      var isMore = false
      try Concordance(snapshot).forEachHit(sought, in: side, after: last) { hit in
        guard hits.count < limit else {
          isMore = true
          return false
        }
        hits.append(try ConcordanceRecord(hit, in: snapshot, linker: linker))
        end = VariantPlace(unit: hit.unit, variant: hit.variant)
        return true
      }
      return ConcordancePageRecord(
        phrase: phrase, hits: hits,
        next: isMore ? end.map { "\($0.unit.rawValue).\($0.variant)" } : nil)
    }
  }

  private static func place(_ cursor: String) throws(Problem) -> VariantPlace {
    let parts = cursor.split(separator: ".")
    guard parts.count == 2, let unit = Int64(parts[0]), let variant = Int(parts[1]) else {
      throw Problem(.badValue, "“cursor” has to be the “next” of the page before.")
    }
    return VariantPlace(unit: TranslationUnit.ID(rawValue: unit), variant: variant)
  }
}

internal import BitextToolkit
internal import HTTPTypes
internal import Hummingbird

/// The protocol of MyMemory, as far as MateCat speaks it: `/get` and `/set`.
enum MyMemoryRoutes {
  private static let pair = Operation.Parameter(
    "langpair", "The languages of query and answer: en|de.", isRequired: true)
  private static let memory = Operation.Parameter("memory", "The memory; by default all.")

  static let routes: [Route] = [
    Route(
      .get, "/get", .scope(.read),
      Operation(
        "mymemory", "mymemoryGet", "Units whose text is like a sentence, as MyMemory tells them.",
        parameters: [
          .init("q", "The sentence.", isRequired: true), pair,
          .init("numres", "The most matches, by default 3.", .integer(1...100)), memory,
        ], answer: [.init("application/json")])
    ) { try await get($0) },
    Route(
      .get, "/set", .scope(.write),
      Operation(
        "mymemory", "mymemorySet", "Adds a unit, as MyMemory takes it.",
        parameters: [
          .init("seg", "The text.", isRequired: true),
          .init("tra", "Its translation.", isRequired: true), pair, memory,
        ], answer: [.init("application/json")])
    ) { try await set($0, values: $0.target.query) },
    Route(
      .post, "/set", .scope(.write),
      Operation(
        "mymemory", "mymemorySetByForm", "The same, as a form.", parameters: [memory],
        body: [.init("application/x-www-form-urlencoded")], answer: [.init("application/json")])
    ) { exchange in
      try exchange.requireContent("application/x-www-form-urlencoded")
      let text = String(decoding: try await exchange.body(), as: UTF8.self)
      return try await set(exchange, values: try RequestTarget.items(text))
    },
  ]

  struct MatchRecord: Sendable, Encodable {
    let id, segment, translation, source, target: String
    let quality: String
    let reference: String?
    let subject: String
    /// 0 to 1.
    let match: Double
    let usageCount: Int
    let createdBy, lastUpdatedBy, createDate, lastUpdateDate: String

    enum CodingKeys: String, CodingKey {
      case id, segment, translation, source, target, quality, reference, subject, match
      case usageCount = "usage-count"
      case createdBy = "created-by"
      case lastUpdatedBy = "last-updated-by"
      case createDate = "create-date"
      case lastUpdateDate = "last-update-date"
    }
  }

  struct Best: Sendable, Encodable {
    let translatedText: String?
    let match: Double?

    enum CodingKeys: CodingKey { case translatedText, match }

    /// Clients want the names there also where nothing was found.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(translatedText, forKey: .translatedText)
      try container.encode(match, forKey: .match)
    }
  }

  struct Found: Sendable, Encodable {
    let responseData: Best
    let quotaFinished = false
    let responseDetails = ""
    let responseStatus = 200
    let matches: [MatchRecord]
  }

  struct Stored: Sendable, Encodable {
    let responseData = "OK"
    let responseStatus = 200
    let responseDetails: [String]
  }

  private static func get(_ exchange: Exchange) async throws -> Response {
    let text = try exchange.text("q")
    let (source, target) = try languages(exchange.value("langpair"))
    let limit = try exchange.integer("numres", default: 3, in: 1...100)
    let memories = try exchange.chosenMemories(for: .read)
    var records: [MatchRecord] = []
    for served in memories {
      records += try await exchange.quickly(in: served) { opened in
        try opened.matches(
          for: LookupQuery(text), QueryDirection(from: source, to: target), minimum: 50,
          limit: limit
        ).map { try record($0, in: opened.snapshot) }
      }
    }
    let best = records.sorted { $0.match > $1.match }.prefix(limit)
    return try Answer.json(
      Found(
        responseData: Best(translatedText: best.first?.translation, match: best.first?.match),
        matches: Array(best)))
  }

  private static func record(
    _ found: FoundMatch, in snapshot: MemorySnapshot
  ) throws -> MatchRecord {
    let addition = try snapshot.addition(of: found.match.unit)
    let date = (addition?.at ?? "").replacing("T", with: " ").replacing("Z", with: "")
    return MatchRecord(
      id: String(found.match.unit.rawValue), segment: found.source.content.text,
      translation: found.target.content.text, source: found.source.language.description,
      target: found.target.language.description, quality: "74", reference: addition?.file,
      subject: "", match: Double(min(100, found.match.score)) / 100, usageCount: 1,
      createdBy: addition?.file ?? "", lastUpdatedBy: addition?.file ?? "", createDate: date,
      lastUpdateDate: date)
  }

  private static func set(
    _ exchange: Exchange, values: [(name: String, value: String)]
  ) async throws -> Response {
    let value = { (name: String) in values.first { $0.name == name && !$0.value.isEmpty }?.value }
    guard let text = value("seg"), let translation = value("tra") else {
      throw Problem(.badValue, "“seg” and “tra” are the text and its translation.")
    }
    let limit = exchange.service.settings.limits.query
    let (source, target) = try languages(value("langpair"))
    let unit = TranslationUnit(variants: [
      Variant(
        language: source, content: SegmentContent(try exchange.checked(text, "seg", atMost: limit))),
      Variant(
        language: target,
        content: SegmentContent(try exchange.checked(translation, "tra", atMost: limit))),
    ])
    let outcome = try await exchange.writableMemory().change(
      UnitChange(.add(unit), from: exchange.origin))
    switch outcome {
    case .added(let id), .known(let id):
      return try Answer.json(Stored(responseDetails: [String(id.rawValue)]))
    default: throw UnitProblems.problem(outcome)
    }
  }

  private static func languages(_ pair: String?) throws(Problem) -> (LanguageTag, LanguageTag) {
    let sides = (pair ?? "").split(separator: "|").map { LanguageTag(String($0)) }
    guard sides.count == 2, let source = sides[0], let target = sides[1] else {
      throw Problem(.badValue, "“langpair” has to be two languages: en|de.")
    }
    return (source, target)
  }
}

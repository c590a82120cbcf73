internal import BitextToolkit
internal import HTTPTypes

/// Sentences like one's own.
enum LookupRoutes {
  static let parameters: [Operation.Parameter] = [
    .init("memory", "The memory; may be left out where there is one alone."),
    .init("from", "The language of the query; by default the likelier of two.", .language),
    .init("to", "The language wanted; by default any other.", .language),
    .init("min", "The least similarity in per cent, by default 70.", .integer(1...100)),
    .init("limit", "The most matches, by default 5.", .integer(1...1000)),
  ]

  static let routes: [Route] = [
    Route(
      .get, "/v1/lookup", .scope(.read),
      Operation(
        "lookup", "lookup", "The units whose text is like a sentence, best first.",
        parameters: [
          .init("q", "The sentence.", isRequired: true),
          .init("previous", "The sentence before it, for context matches."),
          .init("next", "The sentence after it."),
        ] + parameters, answer: [.json("Lookup")], problems: [.notFound])
    ) { exchange in
      let lookup = try MemoryLookup(exchange)
      let request = LookupRequest(
        text: try exchange.text("q"), previous: exchange.value("previous"),
        next: exchange.value("next"))
      return try Answer.json(try await lookup.record(for: request, exchange))
    },
    batch,
  ]
}

/// How sentences are looked up: where, in which languages, how many answers.
struct MemoryLookup: Sendable {
  let served: ServedMemory
  let from, to: LanguageTag?
  let minimum, limit: Int

  /// - Parameter memory: `nil` takes the one that the request names.
  init(_ exchange: Exchange, memory: String? = nil) throws(Problem) {
    served = try exchange.memory(for: .read, named: memory)
    (from, to) = (try exchange.language("from"), try exchange.language("to"))
    minimum = try exchange.integer("min", default: 70, in: 1...100)
    limit = try exchange.integer(
      "limit", default: 5, in: 1...exchange.service.settings.limits.results)
  }

  func record(for request: LookupRequest, _ exchange: Exchange) async throws -> LookupRecord {
    try await exchange.quickly(in: served) { try record(for: request, in: $0) }
  }

  func record(for request: LookupRequest, in opened: OpenedMemory) throws -> LookupRecord {
    var found = MemorySetSnapshot.Answer()
    let query = request.query
    if !opened.languages.isEmpty {
      let directions: [QueryDirection]
      do {
        directions = try QueryDirection.possible(
          from: from, to: to, languages: opened.languages, name: served.name)
      } catch {
        throw Problem(.badValue, "\(error.cause). Say “from” and “to”.")
      }
      found = try opened.set.lookUp(query, directions: directions, minimum: minimum, limit: limit)
    }
    // Whoever asks thousands of times a second does not want words linked.
    return try LookupRecord(
      id: request.id, query: query, found, in: opened.set, linker: TokenLinker(["none"]))
  }
}

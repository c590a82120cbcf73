internal import BitextToolkit
internal import HTTPTypes
internal import Hummingbird

/// The protocol of translate-toolkit's tmserver and of amaGama, which Virtaal, Weblate and Pootle speak:
/// the same under `/tmserver` and `/api/v1`. docs/clients/ says what was read where.
///
/// What there is no memory for is found nowhere, and is no error: the clients take anything but 200 for
/// a broken server.
enum TMServerRoutes {
  static let routes: [Route] = ["/tmserver", "/api/v1"].flatMap(routes(under:))

  private static func routes(under prefix: String) -> [Route] {
    let unit = "\(prefix)/{source}/{target}/unit/"
    let store = "\(prefix)/{source}/{target}/store/{name*}"
    let languages = [
      Operation.Parameter("source", "The source's language.", isRequired: true),
      Operation.Parameter("target", "The target's language.", isRequired: true),
    ]
    let options = [
      Operation.Parameter("min_similarity", "By default 70.", .integer(1...100)),
      Operation.Parameter("max_candidates", "By default 5.", .integer(1...100)),
      Operation.Parameter("callback", "The function of JSONP; jsoncallback means the same."),
      Operation.Parameter("memory", "The memory; by default all."),
    ]
    let text = Operation.Parameter("text", "The sentence.", isRequired: true)
    let name = Operation.Parameter("name", "The file's name.", isRequired: true)
    let id = prefix == "/tmserver" ? "tmserver" : "amagama"
    let described = { (verb: String, summary: String, parameters: [Operation.Parameter]) in
      Operation(
        id, "\(id)\(verb)", summary, parameters: languages + parameters,
        answer: [.init("application/json")])
    }
    var routes = [
      Route(
        .get, unit, .scope(.read),
        described(
          "LookupByQuery", "Units whose text is like the sentence in “source”.", options)
      ) { exchange in
        guard let text = exchange.value("source") else {
          throw Problem(.notFound, "The sentence is missing: /unit/?source=…")
        }
        return try await lookup(text, exchange)
      },
      Route(
        .get, unit + "{text*}", .scope(.read),
        described("Lookup", "The same, with the sentence in the path.", [text] + options)
      ) { exchange in
        try await lookup(try exchange.parameter("text"), exchange)
      },
      Route(
        .get, "\(prefix)/languages/", .scope(.read),
        Operation(
          id, "\(id)Languages", "The languages that there is anything in.",
          answer: [.init("application/json")])
      ) { exchange in
        try await languagesAnswer(exchange)
      },
      Route(
        .get, "\(prefix)/languages", .scope(.read),
        Operation(
          id, "\(id)LanguagesToo", "The same.", answer: [.init("application/json")])
      ) { exchange in
        try await languagesAnswer(exchange)
      },
    ]
    for method in [HTTPRequest.Method.put, .post] {
      let verb = method == .put ? "Put" : "Post"
      routes.append(
        Route(
          method, unit + "{text*}", .scope(.write),
          described("\(verb)Unit", "Adds a unit.", [text])
        ) { try await addUnit($0) })
      routes.append(
        Route(
          method, unit, .scope(.write), described("\(verb)UnitByQuery", "Adds a unit.", [])
        ) { try await addUnit($0) })
    }
    routes.append(
      Route(
        .post, store, .scope(.write), described("AddList", "Adds a list of units.", [name])
      ) { try await addList($0) })
    routes.append(
      Route(
        .put, store, .scope(.write), described("AddFile", "Adds a file's units.", [name])
      ) { try await addFile($0) })
    return routes
  }

  // MARK: - Asking

  private struct Candidate: Encodable {
    /// What tmserver says of a unit's surroundings; a memory knows none so named.
    let context = ""
    let quality: Int
    /// What amaGama orders by.
    let rank: Int
    let source, target: String
  }

  private static func lookup(_ text: String, _ exchange: Exchange) async throws -> Response {
    let callback = try JSONP.callback(of: exchange)
    let pair = try Pair(exchange)
    let limits = exchange.service.settings.limits
    let text = try exchange.checked(text, "text", atMost: limits.query)
    // As amaGama: what is no number is as good as nothing.
    let minimum = exchange.value("min_similarity").flatMap(Int.init) ?? 70
    let most = exchange.value("max_candidates").flatMap(Int.init) ?? 5
    let limit = min(max(1, most), 100)
    let memories = try exchange.chosenMemories(for: .read)
    guard let pair, !pair.isSame else { return try JSONP.answer([Candidate](), callback) }
    var found: [FoundMatch] = []
    for served in memories {
      found += try await exchange.quickly(in: served) { opened in
        try opened.matches(
          for: LookupQuery(text), QueryDirection(from: pair.source, to: pair.target),
          minimum: min(max(1, minimum), 100), limit: limit)
      }
    }
    var seen = Set<[String]>()
    let best = found.enumerated().sorted { a, b in
      (b.element.match.score, a.offset) < (a.element.match.score, b.offset)
    }.map(\.element).filter {
      seen.insert([$0.source.content.text, $0.target.content.text]).inserted
    }.prefix(limit)
    let candidates = best.map { match in
      // Clients know no more than a hundred.
      let quality = min(100, match.match.score)
      return Candidate(
        quality: quality, rank: quality, source: match.source.content.text,
        target: match.target.content.text)
    }
    return try JSONP.answer(candidates, callback)
  }

  private struct Languages: Encodable {
    let sourceLanguages, targetLanguages: [String]
  }

  private static func languagesAnswer(_ exchange: Exchange) async throws -> Response {
    let callback = try JSONP.callback(of: exchange)
    let memories = try exchange.chosenMemories(for: .read)
    let codes = try await exchange.quickly {
      try Set(memories.flatMap { try $0.memory.read { try $0.languages.keys.flatMap(Pair.codes) } })
        .sorted()
    }
    return try JSONP.answer(Languages(sourceLanguages: codes, targetLanguages: codes), callback)
  }

  // MARK: - Adding

  private struct Unit: Sendable, Decodable {
    let source, target: String
  }

  private static func addUnit(_ exchange: Exchange) async throws -> Response {
    let unit = try Exchange.decode(Unit.self, await exchange.body())
    try await add([unit], exchange)
    return Answer.bytes([], type: "text/plain; charset=utf-8")
  }

  private static func addList(_ exchange: Exchange) async throws -> Response {
    let units = try Exchange.decode([Unit].self, await exchange.body())
    try await add(units, exchange)
    return try counted(units.count, exchange)
  }

  private static func add(_ units: [Unit], _ exchange: Exchange) async throws {
    let (pair, served) = (try Pair.known(exchange), try exchange.writableMemory())
    for unit in units {
      let outcome = try await served.change(
        UnitChange(
          .add(
            TranslationUnit(variants: [
              Variant(language: pair.source, content: SegmentContent(unit.source)),
              Variant(language: pair.target, content: SegmentContent(unit.target)),
            ])), from: exchange.origin))
      if case .refused = outcome { throw UnitProblems.problem(outcome) }
    }
  }

  private static func addFile(_ exchange: Exchange) async throws -> Response {
    let (pair, served) = (try Pair.known(exchange), try exchange.writableMemory())
    let name = try exchange.checked(try exchange.parameter("name"), "name", atMost: 1000)
    let record = try await exchange.takeFile(
      named: name, format: nil, columns: [pair.source, pair.target], into: served)
    return try counted(record.added, exchange)
  }

  private static func counted(_ count: Int, _ exchange: Exchange) throws -> Response {
    let name = try exchange.parameter("name")
    return Answer.bytes("added \(count) units from \(name)".utf8, type: "text/plain; charset=utf-8")
  }
}

extension TMServerRoutes {
  /// The two languages of a path, in whatever form clients write them: `pt_br`, `de-AT`, `DE`.
  struct Pair: Sendable {
    let source, target: LanguageTag

    var isSame: Bool { source == target }

    /// `nil` when either is no language.
    init?(_ exchange: Exchange) throws(Problem) {
      guard let source = LanguageTag(try exchange.parameter("source")),
        let target = LanguageTag(try exchange.parameter("target"))
      else { return nil }
      (self.source, self.target) = (source, target)
    }

    static func known(_ exchange: Exchange) throws(Problem) -> Pair {
      guard let pair = try Pair(exchange), !pair.isSame else {
        throw Problem(.badValue, "The path names two languages: /en/de/.")
      }
      return pair
    }

    /// How clients write a language of a memory, and the language without its region.
    static func codes(_ tag: LanguageTag) -> [String] {
      [tag.description.lowercased().replacing("-", with: "_"), tag.language]
    }
  }
}

extension Exchange {
  /// The memory that the request names, or all that the sender may use so.
  func chosenMemories(for scope: Scope) throws(Problem) -> [ServedMemory] {
    value("memory") == nil ? memories(for: scope) : [try memory(for: scope)]
  }

  /// The memory that the request names, or the first that the sender may write to.
  func writableMemory() throws(Problem) -> ServedMemory {
    if value("memory") != nil { return try memory(for: .write) }
    let allowed = memories(for: .write)
    guard let served = allowed.first(where: \.isWritable) else {
      throw Problem(
        allowed.isEmpty ? .forbidden : .notOffered,
        "There is no memory here that you may write to.")
    }
    return served
  }
}

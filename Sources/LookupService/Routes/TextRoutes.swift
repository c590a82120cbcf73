internal import BitextToolkit
internal import HTTPTypes

/// What can be done with texts that nobody keeps.
enum TextRoutes {
  static let routes: [Route] = [
    Route(
      .post, "/v1/segment", .scope(.read),
      Operation(
        "texts", "segment", "Cuts a text into sentences, headings and page furniture.",
        body: [.json("SegmentRequest")], answer: [.json("Segments")], problems: [.unusable])
    ) { exchange in
      let request = try await exchange.json(SegmentText.self)
      try request.check(exchange.service.settings.limits)
      return try Answer.json(try await exchange.slowly { try request.record() })
    },
    Route(
      .post, "/v1/align", .scope(.read),
      Operation(
        "texts", "align", "Pairs the sentences of two texts that correspond.",
        body: [.json("DocumentPair")], answer: [.json("Alignment")], problems: [.unusable])
    ) { exchange in
      let outcome = try await aligned(exchange)
      return Answer.bytes(outcome.file.object().utf8, type: "application/json")
    },
    Route(
      .post, "/v1/coverage", .scope(.read),
      Operation(
        "texts", "coverage", "How much of each of two texts the other tells.",
        body: [.json("DocumentPair")], answer: [.json("Coverage")], problems: [.unusable])
    ) { exchange in
      let outcome = try await aligned(exchange)
      let pair = try await exchange.slowly { try CoverageMeasure().measure(outcome) }
      return try Answer.json(CoverageRecord(pair, tool: exchange.service.settings.tool))
    },
  ]

  private static func aligned(_ exchange: Exchange) async throws -> BitextBuilder.Outcome {
    let pair = try await exchange.json(DocumentPair.self)
    try pair.check(exchange.service.settings.limits)
    return try await exchange.align(pair)
  }
}

extension Exchange {
  func align(_ pair: DocumentPair) async throws -> BitextBuilder.Outcome {
    let (tool, lexicons) = (service.settings.tool, service.lexicons)
    return try await slowly { try pair.outcome(tool: tool, lexicons: lexicons) }
  }
}

/// A text to be cut.
struct SegmentText: Sendable, Decodable {
  /// Given back as it came; may be left out.
  let id: RecordID?
  let lang: LanguageTag?
  let text: String
  let profile: Segmenter.Profile?
  let wrapped: Bool?

  func check(_ limits: ServiceLimits) throws(Problem) {
    guard text.utf8.count <= limits.document else {
      throw Problem(.tooLarge, "The text has more than \(limits.document) bytes.")
    }
  }

  func record() throws -> SegmentRecord {
    let (language, guess) = try TextLanguage.language(
      lang, of: text, place: "text", option: "“lang”")
    let segmenter = Segmenter(
      language: language, profile: profile ?? .formal, wrapped: wrapped ?? false)
    return SegmentRecord(
      id: id ?? .number(0), document: try segmenter.document(text: text), guess: guess)
  }
}

internal import BitextToolkit
internal import HTTPTypes
internal import Hummingbird

/// A memory as a file.
enum ExportRoutes {
  static let formats = UnitFormat.allCases.filter { $0.isWritten && $0 != .moses }

  static let routes: [Route] = [
    Route(
      .get, "/v1/export", .scope(.read),
      Operation(
        "files", "export", "The units of a memory as a file of a format, as they are now.",
        parameters: [
          .init("memory", "The memory; may be left out where there is one alone."),
          .init("format", "By default tmx.", .oneOf(formats.map(\.name))),
          .init(
            "only", "Which units, by default all.",
            .oneOf(MemoryExport.Choice.allCases.map(\.rawValue))),
          .init("from", "The source's language, where a format has two.", .language),
          .init("to", "The target's language, where a format has two.", .language),
          .init("level", "Of TMX: 1 is text alone, 2 keeps inline codes.", .integer(1...2)),
          .init(
            "redact", "What to leave out: metadata or text.",
            .oneOf(UnitRedaction.allCases.map(\.rawValue))),
        ], answer: formats.map { .init(mediaType(of: $0)) }, problems: [.notFound, .unusable])
    ) { exchange in
      try await answer(exchange)
    }
  ]

  static func mediaType(of format: UnitFormat) -> String {
    switch format {
    case .tmx: "application/x-tmx+xml"
    case .jsonl: "application/x-ndjson"
    case .tsv: "text/tab-separated-values; charset=utf-8"
    case .csv: "text/csv; charset=utf-8"
    case .xliff, .xliff2: "application/xliff+xml"
    case .po: "text/x-gettext-translation; charset=utf-8"
    default: "application/octet-stream"
    }
  }

  private static func answer(_ exchange: Exchange) async throws -> Response {
    let served = try exchange.memory(for: .read)
    let format = try chosenFormat(exchange)
    let export = try export(exchange, of: served, format)
    let pipe = ChunkPipe()
    Task {
      do {
        try await exchange.slowly {
          let writer = ChunkWriter(pipe)
          _ = try export.write(served.memory) { _ in { try writer.write($0) } }
          try writer.flush()
        }
        pipe.finish(.success(()))
      } catch {
        pipe.finish(.failure(error))
      }
    }
    // What is wrong with the request shows before the first byte, while it can be said.
    let first = try await pipe.next()
    let name = served.name.filter {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0))
    }
    return Response(
      status: .ok,
      headers: [
        .contentType: mediaType(of: format),
        .contentDisposition: "attachment; filename=\"\(name).\(format.endings.first ?? "txt")\"",
      ],
      body: ResponseBody { writer in
        do {
          var next = first
          while let chunk = next {
            try await writer.write(ByteBuffer(bytes: chunk))
            next = try await pipe.next()
          }
          try await writer.finish(nil)
        } catch {
          pipe.cancel()
          throw error
        }
      })
  }

  private static func chosenFormat(_ exchange: Exchange) throws(Problem) -> UnitFormat {
    guard let name = exchange.value("format") else { return .tmx }
    guard let format = formats.first(where: { $0.name == name }) else {
      let names = formats.map(\.name).joined(separator: ", ")
      throw Problem(.badValue, "“format” has to be one of \(names).")
    }
    return format
  }

  private static func export(
    _ exchange: Exchange, of served: ServedMemory, _ format: UnitFormat
  ) throws -> MemoryExport {
    var columns: [LanguageTag] = []
    if format.isBilingual {
      columns = try MemoryExport.columns(
        from: exchange.language("from"), to: exchange.language("to"), of: served.memory,
        name: served.name)
    }
    var export = MemoryExport(
      format: format, choice: try exchange.choice("only", of: MemoryExport.Choice.self) ?? .all,
      columns: columns, version: exchange.service.settings.version)
    export.redaction = try exchange.choice("redact", of: UnitRedaction.self)
    export.level = try exchange.integer("level", default: 2, in: 1...2)
    return export
  }
}

internal import BitextToolkit
internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// The pages on which two texts are uploaded, linked, reviewed and put into a memory.
enum ReviewPageRoutes {
  private static let html = [Operation.Content("text/html")]
  private static let form = [Operation.Content("application/x-www-form-urlencoded")]

  static let routes: [Route] = [
    Route(
      .get, "/alignments", .scope(.read),
      Operation(
        "pages", "alignmentsPage", "Two texts to link, and those under review.", answer: html)
    ) { exchange in try await list(exchange) },
    Route(
      .post, "/alignments", .scope(.write),
      Operation(
        "pages", "uploadPage", "Links two texts that a form brings.",
        body: [.init("multipart/form-data")], status: 303, problems: [.unusable])
    ) { exchange in try await upload(exchange) },
    Route(
      .get, "/alignments/{id}", .scope(.read),
      Operation(
        "pages", "reviewPage", "The links, to be decided.", parameters: .alignment, answer: html,
        problems: [.notFound])
    ) { exchange in
      let served = try exchange.memory(for: .read)
      let (shelf, id) = (try exchange.shelf(), try exchange.alignmentID())
      let project = try await exchange.quickly { try shelf.project(id, of: served.name) }
      let notice = exchange.value("said").map { exchange.words[$0] }
      return exchange.review(id, project, of: served, notice: notice)
    },
    Route(
      .post, "/alignments/{id}/operations", .scope(.write),
      Operation(
        "pages", "reviewForm", "Does what a button of the review says.",
        parameters: .alignment, body: form, answer: html, problems: [.notFound, .badValue])
    ) { exchange in try await operate(exchange) },
    Route(
      .post, "/alignments/{id}/memory", .scope(.write),
      Operation(
        "pages", "addForm", "Adds the links to the memory.", parameters: .alignment,
        body: form, answer: html, problems: [.notFound])
    ) { exchange in try await add(exchange) },
    Route(
      .get, "/alignments/{id}/tmx", .scope(.read),
      Operation(
        "pages", "alignmentTMX", "The links as TMX.",
        parameters: .alignment + [
          .init("only", "Links that a person accepted.", .oneOf(["reviewed"]))
        ],
        answer: [.init("application/x-tmx+xml")], problems: [.notFound])
    ) { exchange in try await tmx(exchange) },
    Route(
      .get, "/alignments/{id}/coverage", .scope(.read),
      Operation(
        "pages", "coveragePage", "What each text tells of the other.",
        parameters: .alignment, answer: html, problems: [.notFound])
    ) { exchange in try await coverage(exchange) },
  ]

  private static func list(_ exchange: Exchange, message: String? = nil) async throws -> Response {
    let words = exchange.words
    let shelf = try exchange.shelf()
    let view = try await exchange.quickly {
      let shown = try ShownMemories(exchange, words: words)
      let projects = shelf.all(of: shown.chosen).compactMap { id in
        // One that is broken does not hide the others.
        (try? shelf.project(id, of: shown.chosen)).map { (id: id, project: $0) }
      }
      let canWrite = exchange.memories(for: .write).contains {
        $0.name == shown.chosen && $0.isWritable
      }
      return AlignmentsPage(
        shown, words: words, canWrite: canWrite, message: message, projects: projects)
    }
    return exchange.page("alignments", title: words["alignments_title"], tab: .alignments, view)
  }

  private static func upload(_ exchange: Exchange) async throws -> Response {
    try exchange.requireContent("multipart/form-data")
    let served = try exchange.memory(for: .write)
    let shelf = try exchange.shelf()
    let form = try MultipartForm(
      await exchange.body(atMost: exchange.service.settings.limits.upload),
      type: exchange.request.headers[.contentType] ?? "")
    do {
      let mode = try form.text("mode").flatMap { AlignmentMode(rawValue: $0) } ?? .auto
      let sides = try ["source", "target"].map { side in
        try UploadedText(form, side, language: side == "source" ? "from" : "to", exchange.words)
      }
      let service = exchange.service
      let (id, _) = try await exchange.slowly {
        let documents = try sides.map { try $0.document() }
        let builder = BitextBuilder(
          tool: service.settings.tool, mode: mode,
          lexicons: try service.lexicons.lexicons(documents[0].language, documents[1].language))
        return try shelf.add(try builder.build(documents[0], documents[1]).file, to: served.name)
      }
      return Exchange.seeOther(exchange.address(of: id, served))
    } catch {
      // What is wrong with a text is said where it can be chosen again.
      guard let problem = Problem(error) else { throw error }
      return try await list(exchange, message: problem.detail)
    }
  }

  private static func operate(_ exchange: Exchange) async throws -> Response {
    let (served, id) = (try exchange.memory(for: .write), try exchange.alignmentID())
    let form = try await exchange.form()
    guard let wish = FormOperation(form) else {
      let project = try exchange.shelf().project(id, of: served.name)
      return exchange.review(
        id, project, of: served, form: form, message: exchange.words["link_hint"])
    }
    let (shelf, service) = (try exchange.shelf(), exchange.service)
    let version = form.first { $0.name == "version" }?.value
    let decision = Bead.Decision(by: exchange.grant.name, at: Date.now.formatted(.iso8601))
    do {
      let project = try await exchange.slowly {
        try shelf.change(id, of: served.name, ifVersion: version) { project in
          switch wish {
          case .review(let operation): try project.perform(operation, decision: decision)
          case .realign:
            try project.realign(tool: service.settings.tool, lexicons: service.lexicons)
          case .undo:
            guard try project.undo() else {
              throw Problem(.conflict, exchange.words["nothing_to_undo"])
            }
          }
        }
      }
      return exchange.review(id, project, of: served, form: form)
    } catch let problem as Problem where [.conflict, .changedMeanwhile].contains(problem.kind) {
      let project = try await exchange.quickly { try shelf.project(id, of: served.name) }
      return exchange.review(
        id, project, of: served, form: form,
        message: problem.kind == .conflict ? problem.detail : exchange.words["stale"])
    }
  }

  private static func add(_ exchange: Exchange) async throws -> Response {
    let alignment = try exchange.alignment(for: .write)
    let isReviewed = try await exchange.form().contains { $0 == ("only", "reviewed") }
    let report = try await alignment.add(onlyReviewed: isReviewed)
    let project = try await exchange.quickly { try alignment.project() }
    let memory = alignment.memory
    return exchange.review(
      alignment.id, project, of: memory,
      notice: exchange.words["added", memory.name, report.added, report.known])
  }

  private static func tmx(_ exchange: Exchange) async throws -> Response {
    let alignment = try exchange.alignment(for: .read)
    let tool = exchange.service.settings.tool
    let isReviewed = exchange.value("only") == "reviewed"
    let bytes = try await exchange.quickly {
      var bytes: [UInt8] = []
      let options = TMX.Writer.Options(
        toolVersion: tool.split(separator: " ").last.map(String.init) ?? tool,
        sourceLanguage: try alignment.project().file.header.source.language)
      var writer = try TMX.Writer(options: options) { bytes.append(contentsOf: $0) }
      for unit in try alignment.units(onlyReviewed: isReviewed) { try writer.write(unit) }
      try writer.finish()
      return bytes
    }
    let name = "\(alignment.id)-\(isReviewed ? "reviewed" : "all").tmx"
    return Answer.bytes(
      bytes, type: "application/x-tmx+xml",
      headers: [.contentDisposition: "attachment; filename=\"\(name)\""])
  }

  private static func coverage(_ exchange: Exchange) async throws -> Response {
    let alignment = try exchange.alignment(for: .read)
    let tool = exchange.service.settings.tool
    let page = try await exchange.slowly {
      CoveragePage(try alignment.coverage(), tool: tool).text
    }
    var response = Answer.html(page)
    // The report is one file with its own style, and has no script: nothing else may run in it.
    response.headers[.contentSecurityPolicy] =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"
    return response
  }
}

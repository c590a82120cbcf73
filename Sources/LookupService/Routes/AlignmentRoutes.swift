internal import BitextToolkit
internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// Alignments under review.
enum AlignmentRoutes {

  static let routes: [Route] = [
    Route(
      .get, "/v1/alignments", .scope(.read),
      Operation(
        "alignments", "listAlignments", "The alignments for a memory, the last changed first.",
        parameters: [.alignedMemory], answer: [.json("AlignmentList")])
    ) { exchange in
      let served = try exchange.memory(for: .read)
      let shelf = try exchange.shelf()
      return try Answer.json(
        try await exchange.quickly {
          AlignmentListRecord(
            alignments: shelf.all(of: served.name).compactMap { id in
              // One that is broken does not hide the others.
              (try? shelf.project(id, of: served.name)).map { .init(id, $0) }
            })
        })
    },
    Route(
      .post, "/v1/alignments", .scope(.write),
      Operation(
        "alignments", "addAlignment",
        "Aligns two texts, or takes an alignment file, and keeps it to be reviewed.",
        parameters: [.alignedMemory], body: [.json("DocumentPair"), .records("AlignmentLine")],
        status: 201, answer: [.json("Alignment")], problems: [.unusable])
    ) { exchange in
      let served = try exchange.memory(for: .write)
      let shelf = try exchange.shelf()
      try exchange.requireContent("application/json", "application/x-ndjson")
      let file: AlignmentFile
      if exchange.contentType == "application/json" {
        let pair = try await exchange.json(DocumentPair.self)
        try pair.check(exchange.service.settings.limits)
        file = try await exchange.align(pair).file
      } else {
        file = try Self.file(try await exchange.body())
      }
      let (id, project) = try await exchange.quickly { try shelf.add(file, to: served.name) }
      return answer(id, project, status: .created)
    },
    Route(
      .get, "/v1/alignments/{id}", .scope(.read),
      Operation(
        "alignments", "getAlignment", "An alignment: segments, links, rivals, decisions.",
        parameters: .alignment, answer: [.json("Alignment"), .records("AlignmentLine")],
        problems: [.notFound])
    ) { exchange in
      let (served, id) = (try exchange.memory(for: .read), try exchange.alignmentID())
      let shelf = try exchange.shelf()
      let project = try await exchange.quickly { try shelf.project(id, of: served.name) }
      let tag = "\"\(project.version)\""
      if exchange.request.headers[.ifNoneMatch] == tag {
        return Answer.empty(.notModified, headers: [.eTag: tag])
      }
      if exchange.request.headers[.accept]?.contains("application/x-ndjson") == true {
        let text = project.file.lines.map { $0 + "\n" }.joined()
        return Answer.bytes(text.utf8, type: "application/x-ndjson", headers: [.eTag: tag])
      }
      return answer(id, project)
    },
    Route(
      .delete, "/v1/alignments/{id}", .scope(.write),
      Operation(
        "alignments", "removeAlignment", "Removes an alignment; units made of it stay.",
        parameters: .alignment, status: 204, problems: [.notFound, .changedMeanwhile])
    ) { exchange in
      let (served, id) = (try exchange.memory(for: .write), try exchange.alignmentID())
      let (shelf, version) = (try exchange.shelf(), exchange.version)
      try await exchange.quickly { try shelf.remove(id, of: served.name, ifVersion: version) }
      return Answer.empty()
    },
    Route(
      .post, "/v1/alignments/{id}/operations", .scope(.write),
      Operation(
        "alignments", "reviewAlignment",
        "Does one thing to the links: accept, reject, reopen, grade, merge, split, move, link, edit; "
          + "or undo, or realign around the decisions. If-Match names the version that was seen.",
        parameters: .alignment, body: [.json("ReviewOperation")], answer: [.json("Alignment")],
        problems: [.notFound, .conflict, .changedMeanwhile, .conditionMissing])
    ) { exchange in
      let (served, id) = (try exchange.memory(for: .write), try exchange.alignmentID())
      let step = try await exchange.json(ReviewStep.self)
      guard exchange.request.headers[.ifMatch] != nil else {
        throw Problem(
          .conditionMissing, "Send If-Match with the ETag of the alignment, or * for any.")
      }
      let (shelf, version, service) = (try exchange.shelf(), exchange.version, exchange.service)
      let decision = Bead.Decision(by: exchange.grant.name, at: Date.now.formatted(.iso8601))
      let project = try await exchange.slowly {
        try shelf.change(id, of: served.name, ifVersion: version) { project in
          try step.perform(on: &project, decision, service)
        }
      }
      return answer(id, project)
    },
    Route(
      .post, "/v1/alignments/{id}/units", .scope(.write),
      Operation(
        "alignments", "addAlignmentUnits", "Adds the links to the memory, as units.",
        parameters: .alignment + [
          .init(
            "only", "All links, by default, or those that a person accepted.",
            .oneOf(["all", "reviewed"]))
        ], answer: [.json("Import")], problems: [.notFound])
    ) { exchange in
      let alignment = try exchange.alignment(for: .write)
      let report = try await alignment.add(onlyReviewed: exchange.value("only") == "reviewed")
      return try Answer.json(ImportRecord(alignment.name, report, remarks: []))
    },
    Route(
      .get, "/v1/alignments/{id}/coverage", .scope(.read),
      Operation(
        "alignments", "alignmentCoverage", "How much of each of the two texts the other tells.",
        parameters: .alignment, answer: [.json("Coverage")], problems: [.notFound])
    ) { exchange in
      let alignment = try exchange.alignment(for: .read)
      let tool = exchange.service.settings.tool
      return try Answer.json(
        try await exchange.slowly { CoverageRecord(try alignment.coverage(), tool: tool) })
    },
  ]

  static func answer(
    _ id: AlignmentShelf.ID, _ project: AlignmentProject, status: HTTPResponse.Status = .ok
  ) -> Response {
    Answer.bytes(
      project.file.object(id: "\"\(id)\"").utf8, type: "application/json", status: status,
      headers: [.eTag: "\"\(project.version)\"", .location: "/v1/alignments/\(id)"])
  }

  private static func file(_ bytes: [UInt8]) throws(Problem) -> AlignmentFile {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Problem(.badRequest, "The content is not UTF-8.")
    }
    do throws(AlignmentFile.ParseError) {
      return try AlignmentFile(text: text)
    } catch {
      throw Problem(.unusable, "Line \(error.line): \(error.cause).")
    }
  }
}

/// One step of a review, as a client sends it: an operation on the links, or on the whole.
enum ReviewStep: Sendable, Decodable {
  case operation(ReviewOperation)
  case undo, realign

  private struct Named: Decodable { let op: String }

  init(from decoder: any Decoder) throws {
    switch try Named(from: decoder).op {
    case "undo": self = .undo
    case "realign": self = .realign
    default: self = .operation(try ReviewOperation(from: decoder))
    }
  }

  func perform(
    on project: inout AlignmentProject, _ decision: Bead.Decision, _ service: ServiceParts
  ) throws {
    switch self {
    case .operation(let operation): try project.perform(operation, decision: decision)
    case .undo:
      guard try project.undo() else { throw Problem(.conflict, "There is nothing left to undo.") }
    case .realign:
      try project.realign(tool: service.settings.tool, lexicons: service.lexicons)
    }
  }
}

/// The alignments for a memory.
struct AlignmentListRecord: Sendable, Encodable {
  struct Entry: Sendable, Encodable {
    let id: AlignmentShelf.ID
    let version: String
    let source, target: DocumentRecord
    let mode: Alignment.Shape
    /// Links that count, and of all that were proposed those that a person decided.
    let links, decided: Int

    init(_ id: AlignmentShelf.ID, _ project: AlignmentProject) {
      let file = project.file
      (self.id, version, mode) = (id, project.version, file.header.mode)
      (source, target) = (DocumentRecord(file.header.source), DocumentRecord(file.header.target))
      links = file.alignment.links.count
      decided = file.links.count { $0.isDecided }
    }
  }

  let v = 1
  let alignments: [Entry]
}

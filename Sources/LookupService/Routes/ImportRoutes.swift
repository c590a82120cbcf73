internal import BitextToolkit
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Synchronization

/// Files into a memory.
enum ImportRoutes {
  /// What a file may be called; a form of a browser sends none of these by itself.
  private static let types = [
    "application/octet-stream", "application/xml", "text/xml", "application/x-tmx+xml",
    "application/x-ndjson", "application/gzip", "application/xliff+xml",
    "text/tab-separated-values", "text/csv", "text/x-gettext-translation",
  ]

  static let routes: [Route] = [
    Route(
      .post, "/v1/imports", .scope(.write),
      Operation(
        "files", "import",
        "Adds a file's units, all of them or none; adding it again adds nothing.",
        parameters: [
          .init("memory", "The memory; may be left out where there is one alone."),
          .init("name", "What people call the file, such as news.tmx.", isRequired: true),
          .init(
            "format", "By default by the name, or by how the file begins.",
            .oneOf(formats.map(\.name))),
          .init("from", "The source's language, where the file does not say it.", .language),
          .init("to", "The target's language, where the file does not say it.", .language),
        ], body: types.map { .init($0) }, answer: [.json("Import")],
        problems: [.notFound, .tooLarge, .wrongType, .unusable])
    ) { exchange in
      try await answer(exchange)
    }
  ]

  private static let formats = UnitFormat.allCases.filter { $0.isRead && $0 != .moses }

  private static func answer(_ exchange: Exchange) async throws -> Response {
    let served = try exchange.memory(for: .write)
    guard let type = exchange.contentType, types.contains(type) else {
      throw Problem(.wrongType, "Send the file as application/octet-stream, or as what it is.")
    }
    let name = try exchange.text("name", atMost: 1000)
    guard !name.contains(where: \.isNewline) else {
      throw Problem(.badValue, "“name” is one line.")
    }
    var format: UnitFormat?
    if let asked = exchange.value("format") {
      guard let known = formats.first(where: { $0.name == asked }) else {
        let names = formats.map(\.name).joined(separator: ", ")
        throw Problem(.badValue, "“format” has to be one of \(names).")
      }
      format = known
    }
    let columns = [try exchange.language("from"), try exchange.language("to")].compactMap { $0 }
    return try Answer.json(
      try await exchange.takeFile(named: name, format: format, columns: columns, into: served))
  }
}

extension Exchange {
  /// Takes the body as a file, and adds its units, all of them or none.
  func takeFile(
    named name: String, format: UnitFormat?, columns: [LanguageTag], into served: ServedMemory
  ) async throws -> ImportRecord {
    let file = try UploadedFile()
    let limits = service.settings.limits
    try await forEachPiece(atMost: limits.upload, within: limits.longSeconds) { piece in
      try file.write(piece)
    }
    try file.finish()
    let format = format ?? UnitFormat(fileName: name)
    return try await served.write { memory in
      let remarks = Mutex<[String]>([])
      let report = try MemoryAddition.add(
        file.path, named: name, format: format, columns: columns, to: memory
      ) { line in remarks.withLock { $0.append(line) } }
      return ImportRecord(name, report, remarks: remarks.withLock { $0 })
    }
  }
}

/// What became of a file, as `/v1/imports` answers.
struct ImportRecord: Sendable, Hashable, Encodable {
  let v = 1
  let file: String
  let added, updated, known: Int
  /// By the reason.
  let refused: [String: Int]
  /// What was mended or left out, a line each; the first ones.
  let remarks: [String]

  init(_ file: String, _ report: AdditionReport, remarks: [String]) {
    (self.file, self.remarks) = (file, remarks)
    (added, updated, known) = (report.added, report.updated, report.known)
    refused = Dictionary(uniqueKeysWithValues: report.refused.map { ($0.key.rawValue, $0.value) })
  }
}

/// A file on its way in, in the system's folder for what is temporary; it goes with its owner.
final class UploadedFile: Sendable {
  // A class, because it owns the file.
  let path: String
  private let handle: FileHandle

  init() throws {
    var template = Array((NSTemporaryDirectory() + "/bitext-upload-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else {
      throw Problem(.busy, "There is no room for the file now.", headers: Problem.later)
    }
    path = template.withUnsafeBufferPointer { name in
      name.baseAddress.map { String(cString: $0) } ?? ""
    }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  deinit { unlink(path) }

  func write(_ bytes: ByteBufferView) throws {
    do {
      try handle.write(contentsOf: Data(bytes))
    } catch {
      throw Problem(.busy, "There is no room for the file now.", headers: Problem.later)
    }
  }

  func finish() throws {
    try handle.close()
  }
}

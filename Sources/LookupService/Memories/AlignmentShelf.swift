internal import BitextToolkit
internal import Foundation
internal import Synchronization

/// The alignments under review: a folder of alignment files, one folder in it a memory, for which they
/// are meant.
///
/// A class, because it orders those who change the same file.
final class AlignmentShelf: Sendable {
  let folder: String
  private let changing = Mutex(())

  init(_ folder: String) {
    self.folder = folder
  }

  /// Names an alignment: 16 letters and digits, so that no name leads out of the folder.
  struct ID: Sendable, Hashable, Encodable, CustomStringConvertible {
    let description: String

    init?(_ text: String) {
      guard text.utf8.count == 16,
        text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) })
      else { return nil }
      description = text
    }

    static func random() -> ID? {
      let letters = Array("0123456789abcdefghijklmnopqrstuvwxyz")
      return ID(String((0..<16).map { _ in letters[Int.random(in: 0..<letters.count)] }))
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(description)
    }
  }

  private func path(_ id: ID, of memory: String) -> String {
    "\(folder)/\(memory)/\(id).jsonl"
  }

  /// Those of a memory, the newest first.
  func all(of memory: String) -> [ID] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(memory)")) ?? []
    let dated = names.compactMap { name -> (id: ID, date: Date)? in
      guard name.hasSuffix(".jsonl"), let id = ID(String(name.dropLast(6))) else { return nil }
      let attributes = try? FileManager.default.attributesOfItem(atPath: path(id, of: memory))
      return (id, attributes?[.modificationDate] as? Date ?? .distantPast)
    }
    return dated.sorted { ($1.date, $0.id.description) < ($0.date, $1.id.description) }.map(\.id)
  }

  /// Puts a new one on the shelf.
  func add(_ file: AlignmentFile, to memory: String) throws -> (id: ID, project: AlignmentProject) {
    guard let id = ID.random() else { throw Problem(.busy, "No name can be made.") }
    do {
      try FileManager.default.createDirectory(
        atPath: "\(folder)/\(memory)", withIntermediateDirectories: true)
    } catch {
      throw Problem(.busy, "The folder of the alignments cannot be made.")
    }
    try OutputFile.write(file.lines.map { $0 + "\n" }.joined(), to: path(id, of: memory))
    return (id, try project(id, of: memory))
  }

  /// - Throws: `Problem` when there is none of that name.
  func project(_ id: ID, of memory: String) throws -> AlignmentProject {
    guard FileManager.default.fileExists(atPath: path(id, of: memory)) else {
      throw Problem(.notFound, "There is no alignment of that name for this memory.")
    }
    return try AlignmentProject(path(id, of: memory))
  }

  /// Changes one, if it is still what the one who changes it has seen.
  ///
  /// - Parameter version: `nil` changes whatever is there.
  func change(
    _ id: ID, of memory: String, ifVersion version: String?,
    _ body: (inout AlignmentProject) throws -> Void
  ) throws -> AlignmentProject {
    try changing.withLock { _ in
      var project = try project(id, of: memory)
      guard version == nil || version == project.version else {
        throw Problem(.changedMeanwhile, "Get the alignment again, and decide anew.")
      }
      do {
        try body(&project)
      } catch let refusal as ReviewRefusal {
        throw Problem(.conflict, refusal.description + ".")
      }
      return project
    }
  }

  func remove(_ id: ID, of memory: String, ifVersion version: String?) throws {
    try changing.withLock { _ in
      let project = try project(id, of: memory)
      guard version == nil || version == project.version else {
        throw Problem(.changedMeanwhile, "Get the alignment again, and decide anew.")
      }
      unlink(path(id, of: memory))
      unlink(path(id, of: memory) + ".undo")
    }
  }
}

extension AlignmentProject {
  /// Aligns the documents anew around what was decided; the decisions stay.
  mutating func realign(tool: String, lexicons: LexiconShelf) throws {
    let bitext: Bitext
    do throws(Document.Fault) {
      bitext = try file.bitext()
    } catch {
      throw Problem(.unusable, error.description)
    }
    let (source, target) = (bitext.source, bitext.target)
    let kept = try AnchorFile(path).decisions(for: source, target, mode: .auto)
    let builder = BitextBuilder(
      tool: tool, lexicons: try lexicons.lexicons(source.language, target.language),
      cutting: file.header.segmenter == "lines" ? .lines : .sentences)
    try replace(with: try builder.build(source, target, keeping: kept).file)
  }
}

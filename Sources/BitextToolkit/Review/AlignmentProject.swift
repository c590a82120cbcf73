public import BitextModel
internal import Foundation
public import Interchange

/// An alignment file that a person works on: every operation is in the file before it counts as done, and
/// can be undone, also by whoever opens the file tomorrow.
///
/// What was changed stands in a journal beside the file, `NAME.undo`: for every operation the lines that
/// differ. A file that was changed otherwise since has no past to go back to.
public struct AlignmentProject: Sendable {
  public let path: String
  public private(set) var file: AlignmentFile
  private var text: String
  private var onDisk: FileVersion?

  /// - Throws: `InputFault` when the file is no alignment file, or may not be written.
  public init(_ path: String) throws(InputFault) {
    self.path = path
    _ = try OutputFile(path)
    onDisk = FileVersion(path)
    text = try TextFile.read(path)
    file = try Self.file(text, path)
  }

  /// Names this state of the file: two states that differ have different versions.
  public var version: String { Fingerprint.sha256(text) }

  /// Whether there is an operation to undo.
  public var canUndo: Bool { lastChange() != nil }

  /// Changes the links and saves.
  ///
  /// - Parameter decision: Who does it and when; `nil` leaves it open.
  /// - Throws: `ReviewRefusal` when it cannot be, `InputFault` when the file cannot be written; nothing
  ///   has changed then.
  public mutating func perform(
    _ operation: ReviewOperation, decision: Bead.Decision? = nil
  ) throws {
    for (indexes, count) in operation.segments(of: file) {
      guard let last = indexes.max(), last >= count else { continue }
      throw ReviewRefusal("there is no segment \(last), but \(count) from 0")
    }
    var revision = LinkRevision(file.links, shape: file.header.mode, decision: decision)
    try revision.apply(operation.withoutWordsOf(file))
    let revised: AlignmentFile
    do throws(Alignment.Fault) {
      revised = try file.replacing(links: Array(revision.links.values))
    } catch {
      throw ReviewRefusal(
        "a translation has neither crossing links nor gaps in a link: \(error.description)")
    }
    try replace(with: revised)
  }

  /// Puts another alignment of the documents in its place, such as one that was made anew around the
  /// decisions, and saves.
  public mutating func replace(with file: AlignmentFile) throws(InputFault) {
    let text = file.lines.map { $0 + "\n" }.joined()
    guard text != self.text else { return }
    let change = Change(from: self.text, to: text)
    try save(text, file)
    try journal(appending: change)
  }

  /// Takes back the last operation, and saves.
  ///
  /// - Returns: Whether there was one.
  public mutating func undo() throws(InputFault) -> Bool {
    guard let (change, rest) = lastChange(), let before = change.undone(in: text) else {
      return false
    }
    try save(before, try Self.file(before, path))
    if rest.isEmpty {
      unlink(journalPath)
    } else {
      try OutputFile.write(rest, to: journalPath)
    }
    return true
  }

  private mutating func save(_ text: String, _ file: AlignmentFile) throws(InputFault) {
    guard onDisk == FileVersion(path) else {
      throw InputFault(
        path, "changed meanwhile by another program", remedy: "Open it again")
    }
    try OutputFile.write(text, to: path)
    (self.text, self.file) = (text, file)
    onDisk = FileVersion(path)
  }

  private static func file(_ text: String, _ path: String) throws(InputFault) -> AlignmentFile {
    do throws(AlignmentFile.ParseError) {
      return try AlignmentFile(text: text)
    } catch {
      throw InputFault(path, line: error.line, error.cause, remedy: error.remedy)
    }
  }
}

// MARK: - The journal

extension AlignmentProject {
  private var journalPath: String { path + ".undo" }

  /// How a text came from another.
  private struct Change: Codable {
    /// SHA-256 of the text after it: to no other text can the change be undone.
    let version: String
    let lines: CollectionDifference<String>

    init(from old: String, to new: String) {
      version = Fingerprint.sha256(new)
      lines = Self.lines(new).difference(from: Self.lines(old))
    }

    func undone(in text: String) -> String? {
      Self.lines(text).applying(lines.inverse())?.joined(separator: "\n")
    }

    private static func lines(_ text: String) -> [String] {
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The change that led to the text as it is, and the journal without it.
  private func lastChange() -> (change: Change, rest: String)? {
    guard let journal = try? TextFile.read(journalPath) else { return nil }
    let records = journal.split(separator: "\n")
    guard let last = records.last,
      let change = try? JSONDecoder().decode(Change.self, from: Data(last.utf8)),
      change.version == version
    else { return nil }
    return (change, records.dropLast().map { $0 + "\n" }.joined())
  }

  private func journal(appending change: Change) throws(InputFault) {
    let past = (try? TextFile.read(journalPath)) ?? ""
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      let record = String(decoding: try encoder.encode(change), as: UTF8.self)
      try OutputFile.write(past + record + "\n", to: journalPath)
    } catch let fault as InputFault {
      throw fault
    } catch {
      throw InputFault(journalPath, "cannot be written: \(error)")
    }
  }
}

extension ReviewOperation {
  /// The operation, but for a wording that says what the document says anyway.
  fileprivate func withoutWordsOf(_ file: AlignmentFile) -> ReviewOperation {
    guard case .edit(let link, let wording) = self else { return self }
    let changed = { (text: String?, side: AlignmentFile.Side, indexes: [Int]) in
      text == side.text(of: indexes) ? nil : text
    }
    return .edit(
      link,
      Bead.Wording(
        source: changed(wording.source, file.source, link.source),
        target: changed(wording.target, file.target, link.target)))
  }

  /// The indexes that it names on either side, each with how many segments there are.
  fileprivate func segments(of file: AlignmentFile) -> [(indexes: [Int], count: Int)] {
    let links: [Link] =
      switch self {
      case .accept(let link), .reject(let link), .reopen(let link), .grade(let link, _),
        .split(let link, _, _), .link(let link), .edit(let link, _):
        [link]
      case .merge(let links): links
      case .move(_, _, let from, let to): [from, to]
      }
    return [
      (links.flatMap(\.source), file.source.segments.count),
      (links.flatMap(\.target), file.target.segments.count),
    ]
  }
}

extension AlignmentFile {
  /// Why a file is no alignment file, and where.
  public struct ParseError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Reason: Sendable, Hashable {
      case malformedJSON(String, column: Int)
      /// The line holds some other value than an object.
      case noRecord
      case noHeader
      case secondHeader
      case version(Int)
      case unknownRecord(String)
      case segmentAfterLinks
      case missingMember(String)
      /// The member's name and what is wrong with it.
      case badValue(String, String)
      /// Two lines, this and the other, decide one link differently.
      case contradiction(line: Int)
      /// Lines that `git merge` could not decide.
      case mergeConflict
      /// Lines are missing at the end: what is counted, how many there should be, how many there are.
      case cut(String, expected: Int, found: Int)
      /// The links do not make an alignment of the header's mode.
      case noAlignment(String)
    }

    public let reason: Reason
    /// One-based; of what is missing at the end, the last line.
    public let line: Int

    /// What is wrong, without the line.
    public var cause: String {
      switch reason {
      case .malformedJSON(let cause, let column): "not JSON (column \(column): \(cause))"
      case .noRecord: "not a record, but another JSON value"
      case .noHeader: "no alignment file: the header record is missing"
      case .secondHeader: "a second header record"
      case .version(let version):
        "version \(version) of the alignment file, but this program knows \(AlignmentFile.version)"
      case .unknownRecord(let type): "a record of unknown type, “\(type)”"
      case .segmentAfterLinks: "a segment record after the first link record"
      case .missingMember(let name): "“\(name)” is missing"
      case .badValue(let name, let cause): "“\(name)”: \(cause)"
      case .contradiction(let line): "the link is decided otherwise in line \(line)"
      case .mergeConflict: "a conflict of git merge"
      case .cut(let what, let expected, let found):
        "the file is cut or incomplete: \(found) of \(expected) \(what)"
      case .noAlignment(let cause): "the links are no alignment: \(cause)"
      }
    }

    /// What helps.
    public var remedy: String {
      switch reason {
      case .contradiction: "Delete one of the two lines"
      case .mergeConflict:
        "Merge again with “*.jsonl merge=union” in .gitattributes, or edit the file"
      case .cut: "Copy it anew; with git, take the last whole version"
      default: "An alignment file comes from: bitext align --format jsonl"
      }
    }

    public var description: String { "\(line): \(cause)" }
  }
}

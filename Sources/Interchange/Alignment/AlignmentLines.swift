public import BitextModel

/// The lines of an alignment file, of which a decision changes exactly one, and in it nothing but the
/// decision: so two persons' decisions merge line by line.
public struct AlignmentLines: Sendable, Hashable {
  /// What names a link: no file has two of the same sides.
  public struct Link: Sendable, Hashable {
    public let source, target: [Int]

    public init(source: [Int], target: [Int]) {
      (self.source, self.target) = (source, target)
    }

    public init(_ bead: Bead) {
      self.init(source: bead.source, target: bead.target)
    }
  }

  /// Without their line feeds.
  public private(set) var lines: [String]
  private let places: [Link: Int]

  /// - Parameter text: Of an alignment file that `AlignmentFile` has read without a fault.
  public init(text: String) throws(AlignmentFile.ParseError) {
    var (lines, places): ([String], [Link: Int]) = ([], [:])
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where line.contains(where: { !$0.isWhitespace }) {
      let record = try Record(line: line, number: index + 1)
      if try record.string("type") == "link" {
        let link = Link(
          source: try record.indexes("source", below: .max),
          target: try record.indexes("target", below: .max))
        if let place = places[link] {
          // The union of two versions: the decided line stays.
          let status = try record.value("status", of: Bead.Status.self)
          if status == .accepted || status == .rejected { lines[place] = String(line) }
          continue
        }
        places[link] = lines.count
      }
      lines.append(String(line))
    }
    (self.lines, self.places) = (lines, places)
  }

  /// The line of a link, zero-based; `nil` when the file has no such link.
  public func place(of link: Link) -> Int? { places[link] }

  /// Writes a decision, or with another status than accepted and rejected takes one back.
  ///
  /// - Returns: The line before, for `restore`; `nil` when the file has no such link.
  @discardableResult
  public mutating func decide(
    _ link: Link, _ status: Bead.Status, _ decision: Bead.Decision?
  ) -> String? {
    guard let place = places[link] else { return nil }
    let before = lines[place]
    var members = JSONMembers(of: before)
    members.set("status", status.rawValue)
    members.set("by", decision?.by)
    members.set("at", decision?.at)
    lines[place] = members.line
    return before
  }

  /// Puts back a line as it was.
  public mutating func restore(_ link: Link, _ line: String) {
    if let place = places[link] { lines[place] = line }
  }

  /// The whole file.
  public var text: String { lines.map { $0 + "\n" }.joined() }
}

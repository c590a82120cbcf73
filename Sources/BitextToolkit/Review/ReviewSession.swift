public import BitextModel
internal import Foundation
internal import Interchange

/// A person going through the links of an alignment file, deciding one after another.
///
/// Every decision is in the file before the next question: the file is written beside and renamed, and
/// nothing in it changes but the line of the link.
public struct ReviewSession {
  public enum Order: Sendable, Hashable {
    /// By how far the confidence is from one half: what is nearly a toss-up comes first.
    case leastCertainFirst
    case document
  }

  public let path: String
  public let bitext: Bitext
  /// Links and rivals in the order of the file, with the status they had when the session began.
  public let links: [Bead]
  /// What they are now.
  public private(set) var statuses: [Bead.Status]
  public var order = Order.leastCertainFirst
  /// The link that is looked at; `nil` when there is none to decide.
  public private(set) var current: Int?
  /// What this session decided: accepted, rejected. What was undone is not counted.
  public var decided: (accepted: Int, rejected: Int) {
    let now = Set(undoable.map(\.index)).map { statuses[$0] }
    return (now.count { $0 == .accepted }, now.count { $0 == .rejected })
  }

  private var lines: AlignmentLines
  private let decision: Bead.Decision?
  private var undoable: [(index: Int, status: Bead.Status, line: String)] = []
  private var visited: [Int] = []
  private let doubtful: [Int]
  private var version: FileVersion?

  /// - Parameter decision: Who decides and when, to be written with every decision; `nil` leaves it open.
  /// - Throws: `InputFault` when the file is no alignment file, or may not be written.
  public init(_ path: String, decision: Bead.Decision? = nil) throws(InputFault) {
    (self.path, self.decision) = (path, decision)
    _ = try OutputFile(path)
    version = FileVersion(path)
    let text = try TextFile.read(path)
    let outcome = try BitextBuilder.Outcome(alignmentFile: text, path: path)
    do throws(AlignmentFile.ParseError) {
      lines = try AlignmentLines(text: text)
    } catch {
      throw InputFault(path, line: error.line, error.cause, remedy: error.remedy)
    }
    bitext = outcome.bitext
    links = (outcome.bitext.alignment.links + outcome.bitext.alignment.candidates)
      .sorted(by: Alignment.isOrdered)
    statuses = links.map(\.status)
    let doubts = links.map { abs($0.confidence - 0.5) }
    doubtful = links.indices.sorted { (doubts[$0], $0) < (doubts[$1], $1) }
    current = following(nil)
  }

  // MARK: - Where to look

  /// How many links there are that the aligner proposes or a person decided, and of how many a person
  /// said what they are.
  public var progress: (decided: Int, total: Int) {
    (
      statuses.count { $0 == .accepted || $0 == .rejected },
      statuses.count { $0 != .candidate }
    )
  }

  /// Rivals that nobody decided.
  public var candidates: Int { statuses.count { $0 == .candidate } }

  /// Goes to the next link that nobody has decided.
  public mutating func next() {
    if let current { visited.append(current) }
    current = following(current)
  }

  /// Goes back to the link looked at before.
  ///
  /// - Returns: Whether there was one.
  public mutating func previous() -> Bool {
    guard let last = visited.popLast() else { return false }
    current = last
    return true
  }

  /// The next undecided link in the order behind one, then from the start.
  private func following(_ index: Int?) -> Int? {
    let queue = order == .document ? Array(links.indices) : doubtful
    let start = index.flatMap { queue.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    return (queue[start...] + queue[..<start]).first { candidate in
      candidate != index && (statuses[candidate] == .proposed || statuses[candidate] == .candidate)
    } ?? index.flatMap { statuses[$0] == .proposed || statuses[$0] == .candidate ? $0 : nil }
  }

  /// Links that share a segment with a link, decided against or not, likeliest first.
  public func neighbours(of index: Int) -> [Int] {
    let link = links[index]
    return links.indices.filter { other in
      other != index
        && (!Set(links[other].source).isDisjoint(with: link.source)
          || !Set(links[other].target).isDisjoint(with: link.target))
    }.sorted { (links[$1].confidence, $0) < (links[$0].confidence, $1) }
  }

  // MARK: - Decisions

  /// Decides the current link, saves, and goes to the next.
  ///
  /// - Returns: Why it cannot be so decided, in which case nothing changes; `nil` when it is.
  public mutating func decide(_ status: Bead.Status) throws(InputFault) -> String? {
    guard let index = current else { return "nothing is left to decide" }
    if status == .accepted, let other = obstacle(to: index) {
      return
        "in a translation it cannot stand beside \(links[other].source):\(links[other].target);"
        + " reject that first"
    }
    let link = AlignmentLines.Link(links[index])
    let before = lines
    guard let line = lines.decide(link, status, decision) else { return "no such link" }
    do throws(InputFault) {
      try save()
    } catch {
      lines = before
      throw error
    }
    undoable.append((index, statuses[index], line))
    statuses[index] = status
    next()
    return nil
  }

  /// Takes back the last decision of this session, saves, and goes to its link.
  ///
  /// - Returns: Whether there was one.
  public mutating func undo() throws(InputFault) -> Bool {
    guard let last = undoable.last else { return false }
    let before = lines
    lines.restore(AlignmentLines.Link(links[last.index]), last.line)
    do throws(InputFault) {
      try save()
    } catch {
      lines = before
      throw error
    }
    undoable.removeLast()
    statuses[last.index] = last.status
    if visited.last == last.index { visited.removeLast() }
    current = last.index
    return true
  }

  /// A link that crosses or overlaps the one to accept, where that may not be.
  private func obstacle(to index: Int) -> Int? {
    guard bitext.alignment.shape == .parallel else { return nil }
    let link = links[index]
    return links.indices.first { other in
      guard other != index, statuses[other] == .proposed || statuses[other] == .accepted else {
        return false
      }
      return !links[other].stands(before: link) && !link.stands(before: links[other])
    }
  }

  private mutating func save() throws(InputFault) {
    guard version == FileVersion(path) else {
      throw InputFault(
        path, "changed meanwhile by another program", remedy: "Start the review again")
    }
    try OutputFile.write(lines.text, to: path)
    version = FileVersion(path)
  }
}

public import BitextModel
internal import Interchange
public import SentenceAlignment

/// A file of links that a person has decided: a ladder (Vecalign's or hunalign's) or a table of indexes, whose links are right, or an
/// earlier alignment file with its accepted and rejected links.
public struct AnchorFile: Sendable {
  public let path: String
  private let content: Content

  private enum Content: Sendable {
    case anchors([Anchor])
    case alignment(AlignmentFile, AlignmentLines)
  }

  /// A link by the indexes of its segments.
  private struct Anchor: Sendable {
    let source, target: [Int]
    let status: Bead.Status
    let line: Int
  }

  /// Reads a file, of whichever of the three forms it is.
  public init(_ path: String) throws(InputFault) {
    try self.init(path, text: try TextFile.read(path))
  }

  private init(_ path: String, text: String) throws(InputFault) {
    self.path = path
    switch text.first(where: { !$0.isWhitespace }) {
    case "{": content = try Self.alignment(path, text)
    case "[": content = .anchors(try Self.ladder(path, text))
    default:
      content = .anchors(
        Self.isHunalign(text) ? try Self.hunalign(path, text) : try Self.table(path, text))
    }
  }

  /// Links of a record; their lines are their places in its list, from 1.
  ///
  /// - Throws: `InputFault` for a link that has an empty side, indexes that do not ascend, or another
  ///   status than accepted and rejected.
  init(name: String, links: [(source: [Int], target: [Int], status: Bead.Status)])
    throws(InputFault)
  {
    path = name
    var anchors: [Anchor] = []
    for (index, link) in links.enumerated() {
      for side in [link.source, link.target] {
        guard let first = side.first, first >= 0, zip(side, side.dropFirst()).allSatisfy(<) else {
          throw InputFault(name, line: index + 1, "\(side) are no ascending indexes from 0")
        }
      }
      guard link.status == .accepted || link.status == .rejected else {
        throw InputFault(
          name, line: index + 1, "“\(link.status.rawValue)” is neither accepted nor rejected")
      }
      anchors.append(
        Anchor(source: link.source, target: link.target, status: link.status, line: index + 1))
    }
    content = .anchors(anchors)
  }

  /// What a person decided in the file that an output would replace; `nil` when there is no such file,
  /// or nobody decided anything in it.
  ///
  /// - Throws: `InputFault` for an alignment file that is broken and holds decisions.
  public static func decided(at path: String) throws(InputFault) -> AnchorFile? {
    guard TextFile.isRegular(path), let text = try? TextFile.read(path), text.hasPrefix("{"),
      marks.contains(where: text.contains)
    else { return nil }
    let file = try AnchorFile(path, text: text)
    guard case .alignment(let alignment, _) = file.content else { return nil }
    let beads = alignment.alignment.beads + alignment.alignment.candidates
    return beads.contains(where: \.isDecided) || !alignment.lost.isEmpty ? file : nil
  }

  /// Without any of these there is no decision in a file, broken or whole; a text may hold them, too.
  private static let marks = ["\"accepted\"", "\"rejected\"", "\"type\":\"lost\""]

  /// The decisions for two documents.
  ///
  /// - Throws: `InputFault` naming the line of a link that the documents, or a translation, cannot have.
  public func decisions(
    for source: Document, _ target: Document, mode: AlignmentMode
  ) throws(InputFault) -> KeptDecisions {
    switch content {
    case .anchors(let anchors):
      let kept = try decisions(of: anchors, for: source, target)
      if mode == .parallel {
        try checkOrder(kept) { bead in
          anchors.first { $0.source == bead.source && $0.target == bead.target }?.line
        }
      }
      return kept
    case .alignment(let file, let lines):
      let shape: Alignment.Shape =
        switch mode {
        case .auto: file.header.mode
        case .parallel: .parallel
        case .comparable: .comparable
        }
      let kept = file.decisions(for: source, target, as: shape, origin: path)
      if shape == .parallel {
        try checkOrder(kept) { lines.place(of: AlignmentLines.Link($0)).map { $0 + 1 } }
      }
      return kept
    }
  }

  private func decisions(
    of anchors: [Anchor], for source: Document, _ target: Document
  ) throws(InputFault) -> KeptDecisions {
    var (beads, seen): ([Bead], [[[Int]]: Anchor]) = ([], [:])
    for anchor in anchors {
      for (indexes, document, side) in [
        (anchor.source, source, "source"), (anchor.target, target, "target"),
      ] {
        guard let last = indexes.last, last >= document.segments.count else { continue }
        throw InputFault(
          path, line: anchor.line,
          "the \(side) has no segment \(last), but \(document.segments.count) from 0",
          remedy: "See the numbers with: bitext segment, or --segmented for the lines")
      }
      if let other = seen.updateValue(anchor, forKey: [anchor.source, anchor.target]) {
        guard other.status != anchor.status else { continue }
        throw InputFault(
          path, line: anchor.line, "the link is decided otherwise in line \(other.line)",
          remedy: "Delete one of the two lines")
      }
      beads.append(
        Bead(
          source: anchor.source, target: anchor.target, relation: .translation,
          confidence: Evidence([]).probability, status: anchor.status))
    }
    return KeptDecisions(origin: path, decisions: Decisions(beads))
  }

  private func checkOrder(
    _ kept: KeptDecisions, line: (Bead) -> Int?
  ) throws(InputFault) {
    do throws(Decisions.Fault) {
      try kept.decisions.checkOrder()
    } catch {
      let link = { (bead: Bead) in "\(bead.source):\(bead.target)" }
      let cause =
        switch error.reason {
        case .gap: "the segments of \(link(error.bead)) do not follow one another"
        case .conflict(let other):
          "\(link(error.bead)) crosses or overlaps \(link(other))"
            + (line(other).map { " of line \($0)" } ?? "")
        }
      throw InputFault(
        path, line: line(error.bead), cause,
        remedy: "A translation keeps the order: delete one, or say --mode comparable")
    }
  }
}

// MARK: - The three forms

extension AnchorFile {
  private static func alignment(_ path: String, _ text: String) throws(InputFault) -> Content {
    do throws(AlignmentFile.ParseError) {
      return .alignment(try AlignmentFile(text: text), try AlignmentLines(text: text))
    } catch {
      throw InputFault(path, line: error.line, error.cause, remedy: error.remedy)
    }
  }

  /// Null beads fix nothing: what has no counterpart today may have one tomorrow.
  private static func ladder(_ path: String, _ text: String) throws(InputFault) -> [Anchor] {
    var anchors: [Anchor] = []
    for (number, line) in lines(of: text) {
      do throws(Ladder.ParseError) {
        for rung in try Ladder(text: String(line)).rungs
        where !rung.source.isEmpty && !rung.target.isEmpty {
          anchors.append(
            Anchor(source: rung.source, target: rung.target, status: .accepted, line: number))
        }
      } catch {
        throw InputFault(
          path, line: number, error.cause, remedy: "A ladder has a bead a line: [0, 1]:[2]")
      }
    }
    return anchors
  }

  /// Whether every line is two numbers and a score, as no line of a table is.
  private static func isHunalign(_ text: String) -> Bool {
    let lines = lines(of: text)
    return !lines.isEmpty
      && lines.allSatisfy { _, line in
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        return fields.count == 3 && Int(fields[0]) != nil && Int(fields[1]) != nil
          && Double(fields[2]) != nil
      }
  }

  private static func hunalign(_ path: String, _ text: String) throws(InputFault) -> [Anchor] {
    do throws(Ladder.ParseError) {
      return zip(try Ladder(hunalign: text).rungs, lines(of: text)).filter { rung, _ in
        !rung.source.isEmpty && !rung.target.isEmpty
      }.map { rung, line in
        Anchor(source: rung.source, target: rung.target, status: .accepted, line: line.number)
      }
    } catch {
      throw InputFault(path, line: error.line, error.cause, remedy: "Write it with hunalign anew")
    }
  }

  /// Source indexes, target indexes, and perhaps `accepted` or `rejected`, between them tabs.
  private static func table(_ path: String, _ text: String) throws(InputFault) -> [Anchor] {
    var anchors: [Anchor] = []
    for (number, line) in lines(of: text) where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      let status = fields.count > 2 ? Bead.Status(rawValue: String(fields[2])) : .accepted
      guard (2...3).contains(fields.count), let source = indexes(fields[0]),
        let target = indexes(fields[1]), let status, status == .accepted || status == .rejected
      else {
        throw InputFault(
          path, line: number, "“\(line.prefix(40))” is no anchor",
          remedy: "Give segment indexes between tabs, as 3+4 TAB 5, and rejected for a wrong link")
      }
      anchors.append(Anchor(source: source, target: target, status: status, line: number))
    }
    return anchors
  }

  /// Ascending indexes joined by plus signs or commas, at least one.
  private static func indexes(_ field: Substring) -> [Int]? {
    var indexes: [Int] = []
    for part in field.split(omittingEmptySubsequences: false, whereSeparator: { "+,".contains($0) })
    {
      guard let index = Int(part.filter { $0 != " " }), index > indexes.last ?? -1 else {
        return nil
      }
      indexes.append(index)
    }
    return indexes
  }

  private static func lines(of text: String) -> [(number: Int, line: Substring)] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .map { ($0 + 1, $1) }.filter { !$0.1.allSatisfy(\.isWhitespace) }
  }
}

public import BitextModel
internal import Interchange

/// Links that another aligner has written as a ladder, between two documents that are cut as it cut
/// them.
public struct LadderAlignment: Sendable {
  public let path: String
  private let ladder: Ladder
  private let lines: [Int]

  /// Reads Vecalign's form, `[0, 1]:[2]:0.93`, or hunalign's, by how the file begins.
  public init(_ path: String) throws(InputFault) {
    self.path = path
    let text = try TextFile.read(path)
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .filter { !$0.element.allSatisfy(\.isWhitespace) }.map { $0.offset + 1 }
    let isList = text.first { !$0.isWhitespace } == "["
    do throws(Ladder.ParseError) {
      ladder = isList ? try Ladder(text: text) : try Ladder(hunalign: text)
    } catch {
      throw InputFault(
        path, line: error.line, error.cause,
        remedy: "Give Vecalign's lines, [0, 1]:[2]:0.93, or hunalign's, 0 TAB 0 TAB 0.93")
    }
  }

  /// The alignment that the ladder is: parallel where its beads tile both documents in order.
  ///
  /// Scores of other aligners are no probabilities, so a link has that of no evidence, 0.5.
  ///
  /// - Throws: `InputFault` naming the line of a bead that a document has not.
  public func alignment(of source: Document, _ target: Document) throws(InputFault) -> Alignment {
    let counts = (source.segments.count, target.segments.count)
    for (index, rung) in ladder.rungs.enumerated() {
      for (last, count, side) in [
        (rung.source.last, counts.0, "source"), (rung.target.last, counts.1, "target"),
      ] {
        guard let last, last >= count else { continue }
        throw InputFault(
          path, line: index < lines.count ? lines[index] : nil,
          "the \(side) has no segment \(last), but \(count) from 0",
          remedy: "Give the documents as the aligner had them; --segmented for one segment a line")
      }
    }
    let beads = ladder.rungs.map { rung in
      Bead(
        source: rung.source, target: rung.target, relation: .translation,
        confidence: Evidence([]).probability)
    }
    if let parallel = try? Alignment(
      shape: .parallel, beads: beads, sourceCount: counts.0, targetCount: counts.1)
    {
      return parallel
    }
    do throws(Alignment.Fault) {
      return try Alignment(
        shape: .comparable, beads: beads.filter { !$0.isNull }, sourceCount: counts.0,
        targetCount: counts.1)
    } catch {
      throw InputFault(path, error.description)
    }
  }
}

extension BitextBuilder {
  /// The outcome that a ladder stands for, without aligning anything.
  public func build(
    _ source: Document, _ target: Document, from ladder: LadderAlignment
  ) throws(InputFault) -> Outcome {
    let alignment = try ladder.alignment(of: source, target)
    var header = header(of: source, target, mode: alignment.shape)
    header.why = "as in \(ladder.path)"
    (header.aligner, header.lexicon) = ("a ladder", nil)
    header.settings = ["ladder": ladder.path]
    return Outcome(
      bitext: Bitext(source: source, target: target, alignment: alignment), header: header)
  }
}

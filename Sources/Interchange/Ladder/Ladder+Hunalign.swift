extension Ladder {
  /// Reads hunalign's ladders (Varga et al. 2005): a rung a line, the first segment of either side and
  /// the quality of the bead that begins there, between them tabs.
  ///
  /// The last line is a rung without a bead. Beads follow one another without gaps.
  public init(hunalign text: String) throws(ParseError) {
    var rungs: [(source: Int, target: Int, score: Double?)] = []
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      if line.allSatisfy(\.isWhitespace) { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard (2...3).contains(fields.count), let source = Int(fields[0]),
        let target = Int(fields[1]),
        source >= 0, target >= 0
      else { throw ParseError(reason: .notABead(String(line.prefix(60))), line: number) }
      let score = fields.count == 3 ? Double(fields[2]) : nil
      guard fields.count == 2 || score?.isFinite == true else {
        throw ParseError(reason: .noScore(String(fields[2])), line: number)
      }
      if let last = rungs.last {
        guard source >= last.source, target >= last.target else {
          throw ParseError(reason: .notAscending, line: number)
        }
        guard source > last.source || target > last.target else {
          throw ParseError(reason: .emptyBead, line: number)
        }
        // Indexes that run away from the file would fill the memory.
        guard source - last.source < 100_000, target - last.target < 100_000 else {
          throw ParseError(reason: .notABead(String(line.prefix(60))), line: number)
        }
      }
      rungs.append((source, target, score))
    }
    self.init(
      rungs: zip(rungs, rungs.dropFirst()).map { from, to in
        Rung(
          source: Array(from.source..<to.source), target: Array(from.target..<to.target),
          score: from.score)
      })
  }

  /// The lines of hunalign's form; `nil` where beads cross or leave gaps, which it cannot say.
  public var hunalignLines: [String]? {
    var (source, target) = (0, 0)
    var lines: [String] = []
    for rung in rungs {
      guard rung.source == Array(source..<source + rung.source.count),
        rung.target == Array(target..<target + rung.target.count)
      else { return nil }
      lines.append("\(source)\t\(target)\t" + Decimal.text(rung.score ?? 0))
      source += rung.source.count
      target += rung.target.count
    }
    return lines + ["\(source)\t\(target)\t0"]
  }
}

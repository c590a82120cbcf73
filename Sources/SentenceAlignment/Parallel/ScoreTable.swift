/// The scores of all beads within a corridor, laid out flat.
struct ScoreTable {
  /// A step of a path: from one place of the corridor to a later one.
  struct Bead {
    /// Places: how much of both texts is consumed after and before the bead.
    let place, before: Int
    /// Index in `BeadShape.all`.
    let shape: Int
    let score: Double
  }

  let placeCount: Int
  let sourceCount, targetCount: Int
  private let rows: [Range<Int>]
  private let starts: [Int]
  /// By place and shape; minus infinity for a bead that is no reading of the text.
  private let scores: [Float]

  /// A bead of more than two segments that scores less is no reading of the text: there is always a
  /// smaller bead, and segments left out.
  private static let leastJoined = -4.0

  init(_ corridor: Corridor, _ scorer: inout some BeadScorer & ~Copyable) {
    rows = corridor.rows
    var (starts, count): ([Int], Int) = ([], 0)
    for row in corridor.rows {
      starts.append(count)
      count += row.count
    }
    (self.starts, placeCount) = (starts, count)
    sourceCount = corridor.rows.count - 1
    targetCount = corridor.rows[sourceCount].upperBound - 1
    let shapes = BeadShape.all
    var scores = [Float](repeating: -.infinity, count: count * shapes.count)
    for (i, row) in corridor.rows.enumerated() {
      for j in row {
        let place = starts[i] + j - row.lowerBound
        for (number, shape) in shapes.enumerated() where !shape.isNull {
          let (a, b) = (i - shape.source, j - shape.target)
          guard a >= 0, b >= 0, corridor.rows[a].contains(b) else { continue }
          let isLarge = shape.source + shape.target > 2
          let score = scorer.logOdds(
            source: a..<i, target: b..<j, floor: isLarge ? Self.leastJoined : -.infinity)
          if !isLarge || score >= Self.leastJoined {
            scores[place * shapes.count + number] = Float(score)
          }
        }
      }
    }
    self.scores = scores
  }

  func place(_ i: Int, _ j: Int) -> Int { starts[i] + j - rows[i].lowerBound }

  func score(_ place: Int, _ shape: Int, null: Double) -> Double {
    BeadShape.all[shape].isNull ? null : Double(scores[place * BeadShape.all.count + shape])
  }

  /// Calls `body` with every bead that is a reading of the text, those that end earlier first.
  func forEachBead(null: Double, _ body: (Bead) -> Void) {
    for i in rows.indices { forEachBead(inRow: i, rows[i], null: null, body) }
  }

  /// The same, those that end later first.
  func forEachBeadReversed(null: Double, _ body: (Bead) -> Void) {
    for i in rows.indices.reversed() { forEachBead(inRow: i, rows[i].reversed(), null: null, body) }
  }

  private func forEachBead(
    inRow i: Int, _ columns: some Sequence<Int>, null: Double, _ body: (Bead) -> Void
  ) {
    let shapes = BeadShape.all
    for j in columns {
      let place = place(i, j)
      for (number, shape) in shapes.enumerated() {
        let (a, b) = (i - shape.source, j - shape.target)
        guard a >= 0, b >= 0, rows[a].contains(b) else { continue }
        let score = shape.isNull ? null : Double(scores[place * shapes.count + number])
        guard score > -.infinity else { continue }
        body(Bead(place: place, before: self.place(a, b), shape: number, score: score))
      }
    }
  }
}

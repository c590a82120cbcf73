/// The scores of the beads within a corridor that are readings of the text, laid out flat.
struct ScoreTable: Sendable {
  /// A step of a path: from one place of the corridor to a later one.
  struct Bead {
    /// Places: how much of both texts is consumed after and before the bead.
    let place, before: Int
    /// Index in `BeadShape.all`.
    let shape: Int
    let score: Double
  }

  let rows: [Range<Int>]
  private let starts: [Int]
  /// For each place where its beads begin in the lists, and where the last one's end.
  private(set) var beadStarts: [UInt32] = [0]
  /// Of the beads with two sides: index in `BeadShape.all`, ascending for each place, and log-odds.
  private(set) var shapes: [UInt8] = []
  private(set) var scores: [Float] = []

  var placeCount: Int { beadStarts.count - 1 }
  var sourceCount: Int { rows.count - 1 }
  var targetCount: Int { rows[rows.count - 1].upperBound - 1 }

  /// A table without scores yet: they are added place by place, row by row.
  init(_ corridor: Corridor) {
    rows = corridor.rows
    var (starts, count): ([Int], Int) = ([], 0)
    for row in corridor.rows {
      starts.append(count)
      count += row.count
    }
    self.starts = starts
    beadStarts.reserveCapacity(count + 1)
  }

  /// Scores every bead by itself: slow, and right by construction.
  init(_ corridor: Corridor, _ scorer: inout some BeadScorer & ~Copyable) {
    self.init(corridor)
    for (i, row) in rows.enumerated() {
      for j in row {
        for (number, shape) in BeadShape.all.enumerated() where !shape.isNull {
          let (a, b) = (i - shape.source, j - shape.target)
          guard a >= 0, b >= 0, rows[a].contains(b) else { continue }
          let score = Float(scorer.logOdds(source: a..<i, target: b..<j))
          let isLarge = shape.source + shape.target > 2
          if !isLarge || score >= TranslationParameters.Joining.least { add(number, score) }
        }
        endPlace()
      }
    }
  }

  /// Scores the beads row by row, both halves of a long text at once.
  init(_ corridor: Corridor, _ tables: BeadTables) {
    self.init(corridor)
    let middle = rows.count / 2
    if rows.count < Self.worthHalving {
      score(0..<rows.count, tables)
      return
    }
    let empty = self
    let (first, second) = bothAtOnce { () -> ScoreTable in
      var half = empty
      half.score(0..<middle, tables)
      return half
    } _: { () -> ScoreTable in
      var half = empty
      half.score(middle..<empty.rows.count, tables)
      return half
    }
    self = first
    let offset = UInt32(scores.count)
    beadStarts += second.beadStarts.dropFirst().map { $0 + offset }
    shapes += second.shapes
    scores += second.scores
  }

  /// Scores part of the two texts row by row.
  ///
  /// - Parameters:
  ///   - scorer: Of these tables; it has looked at nothing from the origin on.
  ///   - origin: Where the corridor begins, in segments of either text.
  init(
    _ corridor: Corridor, _ tables: BeadTables, _ scorer: inout RowScorer,
    origin: (source: Int, target: Int)
  ) {
    self.init(corridor)
    let all = BeadShape.all
    for (i, row) in rows.enumerated() {
      // Segments are counted from 0, what is consumed of them from 1.
      let columns = max(0, row.lowerBound - 1)..<row.upperBound - 1
      let (segment, column) = (origin.source + i, origin.target)
      if i > 0 {
        scorer.advance(
          to: segment - 1, columns: column + columns.lowerBound..<column + columns.upperBound)
      }
      for j in row {
        for number in all.indices where i > 0 && j > 0 && !all[number].isNull {
          let (a, b) = (i - all[number].source, j - all[number].target)
          guard placeIfThere(a, b) != nil,
            !tables.isRejected(origin.source + a..<segment, column + b..<column + j)
          else { continue }
          if let score = scorer.logOdds(endingAt: segment - 1, column + j - 1, all[number]) {
            add(number, score)
          }
        }
        endPlace()
      }
    }
  }

  private static let worthHalving = 1_000

  private mutating func score(_ part: Range<Int>, _ tables: BeadTables) {
    let all = BeadShape.all
    // Segments are counted from 0, what is consumed of them from 1.
    func columns(_ row: Int) -> Range<Int> {
      max(0, rows[row].lowerBound - 1)..<rows[row].upperBound - 1
    }
    // Beads reach back over the rows before.
    let first = max(1, part.lowerBound - RunTable.longest)
    guard first < rows.count else {
      for row in part { for _ in rows[row] { endPlace() } }
      return
    }
    var scorer = RowScorer(tables, start: columns(first).lowerBound)
    for i in min(first, part.lowerBound)..<part.upperBound {
      if i > 0 { scorer.advance(to: i - 1, columns: columns(i)) }
      guard i >= part.lowerBound else { continue }
      for j in rows[i] {
        for number in all.indices where i > 0 && j > 0 && !all[number].isNull {
          let (a, b) = (i - all[number].source, j - all[number].target)
          if let score = scorer.logOdds(endingAt: i - 1, j - 1, all[number]),
            placeIfThere(a, b) != nil, !tables.isRejected(a..<i, b..<j)
          {
            add(number, score)
          }
        }
        endPlace()
      }
    }
  }

  private mutating func add(_ shape: Int, _ score: Float) {
    shapes.append(UInt8(shape))
    scores.append(score)
  }

  private mutating func endPlace() { beadStarts.append(UInt32(scores.count)) }

  func place(_ i: Int, _ j: Int) -> Int { starts[i] + j - rows[i].lowerBound }

  /// The place, if it lies in the corridor.
  func placeIfThere(_ i: Int, _ j: Int) -> Int? {
    i >= 0 && j >= 0 && rows[i].contains(j) ? place(i, j) : nil
  }
}

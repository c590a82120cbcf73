/// Scores all beads that end in one row of the search after another.
///
/// What a run covers of a segment is what the best of its segments do for each type. That depends on one
/// segment and one run alone, so that a bead of n and m segments costs n + m additions.
struct RowScorer: ~Copyable {
  /// How much of a segment the runs of one, two, three and four segments that end in a place cover.
  private typealias Covers = RunTable.ByLength

  /// What is kept of a row: by column, the pairs of its source segment with the window's target segments.
  private struct Row {
    /// The target segments, half-open; empty before the first row.
    var columns = 0..<0
    /// What the runs of target segments that end in the column cover of the row's source segment.
    var ofSource: [Covers] = []
    var sourceStray: [Covers] = []
    /// Similarities of the beads that end here: by column, then source count, then target count.
    var similarities: [Covers] = []
    /// Their log-odds, all but contradictions.
    var odds: [Covers] = []
    /// By column, the product of the two segments' vectors.
    var products: [Float] = []
  }

  private let tables: BeadTables
  private var shares: RowShares
  /// The last four rows, by source segment modulo four.
  private var rows: [Row]
  /// What the runs of one to four source segments that end in this row explain of each target type.
  private var ofTypes: [Covers] = []
  private var previousTypes: [Covers] = []
  private var previousFirst = 0
  /// The same of the window's target segments.
  private var ofTarget: [Covers] = []
  private var targetStray: [Covers] = []

  init(_ tables: BeadTables, start: Int) {
    self.tables = tables
    shares = RowShares(
      tables.source, tables.target, incoming: tables.incoming, places: tables.places, start: start)
    rows = Array(repeating: Row(), count: RunTable.longest)
  }

  /// Looks at a source segment beside target segments.
  ///
  /// - Precondition: Segments come one after another; the bounds of the columns do not descend.
  mutating func advance(to segment: Int, columns: Range<Int>) {
    shares.compare(segment, with: columns)
    let slot = segment % RunTable.longest
    var row = Row()
    swap(&row, &rows[slot])
    row.columns = columns
    coverSource(segment, columns, &row)
    if let meanings = tables.meanings {
      row.products = columns.map { meanings.product(segment, $0) }
    }
    swap(&row, &rows[slot])
    coverTarget(segment, columns)
    compareRuns(segment, columns)
  }

  private mutating func coverSource(_ segment: Int, _ columns: Range<Int>, _ row: inout Row) {
    Self.clear(&row.ofSource, count: columns.count)
    Self.clear(&row.sourceStray, count: columns.count)
    let table = tables.source
    var start = 0
    for type in table.types(of: segment) {
      let (weight, isValue) = (table.weights[Int(type)], table.isValue[Int(type)])
      var best = Covers.zero
      for column in 0..<columns.count {
        let share = shares.ofSource[start + column]
        best = Covers(share, max(share, best[0]), max(share, best[1]), max(share, best[2]))
        row.ofSource[column] += weight * best
        if isValue { row.sourceStray[column] += Self.ones(where: best) }
      }
      start += columns.count
    }
  }

  private mutating func coverTarget(_ segment: Int, _ columns: Range<Int>) {
    let table = tables.target
    swap(&ofTypes, &previousTypes)
    let first = shares.firstSlot
    Self.clear(&ofTypes, count: shares.ofTarget.count)
    Self.clear(&ofTarget, count: columns.count)
    Self.clear(&targetStray, count: columns.count)
    for column in 0..<columns.count {
      var (covers, stray) = (Covers.zero, Covers.zero)
      for slot in table.slots(of: columns.lowerBound + column) {
        let share = shares.ofTarget[slot - first]
        var best = Covers(repeating: share)
        let before = slot - previousFirst
        if before < previousTypes.count {
          let previous = previousTypes[before]
          best = Covers(
            share, max(share, previous[0]), max(share, previous[1]), max(share, previous[2]))
        }
        ofTypes[slot - first] = best
        let type = Int(table.segmentTypes[slot])
        covers += table.weights[type] * best
        if table.isValue[type] { stray += Self.ones(where: best) }
      }
      ofTarget[column] = covers
      targetStray[column] = stray
    }
    previousFirst = first
  }

  private mutating func compareRuns(_ segment: Int, _ columns: Range<Int>) {
    let slot = segment % RunTable.longest
    let sourceWeights = tables.sourceRuns.weights
    Self.clear(&rows[slot].similarities, count: columns.count * RunTable.longest)
    Self.clear(&rows[slot].odds, count: columns.count * RunTable.longest)
    for column in 0..<columns.count {
      let target = columns.lowerBound + column
      let targetWeights = tables.targetRuns.weights[target]
      let above = place(segment - 1, target)
      var covered = Covers.zero
      var products = Covers.zero
      for count in 0..<RunTable.longest {
        guard let place = place(segment - count, target) else { break }
        covered += rows[place.slot].ofSource[place.column]
        let weight = sourceWeights[segment][count]
        let ofSource = weight > 0 ? covered / weight : .zero
        var (sums, sum) = (Covers.zero, Float(0))
        for length in 0..<min(RunTable.longest, column + 1) {
          sum += ofTarget[column - length][count]
          sums[length] = sum
        }
        let ofTarget = (sums / targetWeights).replacing(with: 0, where: targetWeights .<= 0)
        var similarities = (ofSource + ofTarget) / 2
        if let meanings = tables.meanings {
          products += Self.sums(of: rows[place.slot].products, endingAt: place.column)
          let cosines = meanings.cosines(endingAt: segment, count, target, products: products)
          similarities += meanings.part * (cosines - similarities)
        }
        rows[slot].similarities[column * RunTable.longest + count] = similarities
        rows[slot].odds[column * RunTable.longest + count] =
          tables.logOdds(endingAt: segment, count, target, similarities: similarities)
          + joining(slot, count, column, above: above, similarities)
          + layout(segment, count, target)
      }
    }
  }

  /// The sums of the last one to four values up to a place.
  private static func sums(of values: [Float], endingAt place: Int) -> Covers {
    var (sums, sum) = (Covers.zero, Float(0))
    for length in 0..<RunTable.longest {
      if length <= place { sum += values[place - length] }
      sums[length] = sum
    }
    return sums
  }

  /// What the last segment of each bead adds, less what is asked of beads of that size.
  private func joining(
    _ slot: Int, _ count: Int, _ column: Int, above: (slot: Int, column: Int)?,
    _ similarities: Covers
  ) -> Covers {
    var within = Self.shifted(similarities)
    let index = column * RunTable.longest + count
    if column > 0 {
      let left = rows[slot].similarities[index - RunTable.longest]
      within = Self.larger(within, Self.shifted(left))
    }
    if count > 0 {
      within = Self.larger(within, rows[slot].similarities[index - 1])
      if let above {
        let index = above.column * RunTable.longest + count - 1
        within = Self.larger(within, rows[above.slot].similarities[index])
      }
    }
    var joining = TranslationParameters.Joining.gain * (similarities - within) + Self.priors[count]
    if count == 0 { joining[0] = 0 }
    return joining
  }

  private func layout(_ segment: Int, _ count: Int, _ target: Int) -> Covers {
    if tables.hasLayout {
      var layout = Covers.zero
      for length in 1...RunTable.longest {
        layout[length - 1] = tables.layout(
          endingAt: segment, target, BeadShape(source: count + 1, target: length))
      }
      return layout
    }
    return tables.sourceRuns.joints[segment][count] + tables.targetRuns.joints[target]
  }

  /// What beads with one target segment less have, 0 for those that have but one.
  @inline(__always)
  private static func shifted(_ values: Covers) -> Covers {
    Covers(0, values[0], values[1], values[2])
  }

  @inline(__always)
  private static func larger(_ a: Covers, _ b: Covers) -> Covers {
    a.replacing(with: b, where: b .> a)
  }

  /// By source count, then target count.
  private static let priors = (1...RunTable.longest).map { source in
    Covers(
      BeadShape(source: source, target: 1).prior, BeadShape(source: source, target: 2).prior,
      BeadShape(source: source, target: 3).prior, BeadShape(source: source, target: 4).prior)
  }

  /// Where a row keeps the pair of two segments; `nil` when it did not look at it.
  private func place(_ segment: Int, _ target: Int) -> (slot: Int, column: Int)? {
    guard segment >= 0 else { return nil }
    let slot = segment % RunTable.longest
    let columns = rows[slot].columns
    return columns.contains(target) ? (slot, target - columns.lowerBound) : nil
  }

  /// The log-odds of a bead of the last row; `nil` when the rows and columns looked at do not hold it, or
  /// when it is no reading of the text.
  func logOdds(endingAt segment: Int, _ target: Int, _ shape: BeadShape) -> Float? {
    let slot = segment % RunTable.longest
    let column = target - rows[slot].columns.lowerBound
    guard column + 1 >= shape.target, column < rows[slot].columns.count else { return nil }
    let isLarge = shape.source + shape.target > 2
    let least = isLarge ? TranslationParameters.Joining.least : -.infinity
    var odds = rows[slot].odds[column * RunTable.longest + shape.source - 1][shape.target - 1]
    guard odds >= least, place(segment - shape.source + 1, target) != nil else { return nil }
    odds += Float(tables.model.contradiction) * contradictions(segment, target, shape)
    return odds >= least && (!isLarge || belongs(segment, target, shape)) ? odds : nil
  }

  /// Values on each side that the other contradicts.
  private func contradictions(_ segment: Int, _ target: Int, _ shape: BeadShape) -> Float {
    var (source, other): (Float, Float) = (0, 0)
    for i in segment - shape.source + 1...segment {
      if let place = place(i, target) {
        source += rows[place.slot].sourceStray[place.column][shape.target - 1]
      }
    }
    if source == 0 { return 0 }
    let column = target - rows[segment % RunTable.longest].columns.lowerBound
    for k in column - shape.target + 1...column { other += targetStray[k][shape.source - 1] }
    return min(source, other)
  }

  /// Whether the other side covers something of every segment, or of one that it is a part of.
  private func belongs(_ segment: Int, _ target: Int, _ shape: BeadShape) -> Bool {
    let sources = segment - shape.source + 1...segment
    for i in sources where !tables.sourceRuns.isTied(i, in: sources) {
      guard let place = place(i, target) else { return false }
      let covered = rows[place.slot].ofSource[place.column][shape.target - 1]
      if isStray(i, tables.source, tables.sourceRuns, covered) { return false }
    }
    let first = rows[segment % RunTable.longest].columns.lowerBound
    let targets = target - shape.target + 1...target
    for j in targets where !tables.targetRuns.isTied(j, in: targets) {
      let covered = ofTarget[j - first][shape.source - 1]
      if isStray(j, tables.target, tables.targetRuns, covered) { return false }
    }
    return true
  }

  /// Whether a segment has too little to do with the other side. One without words says nothing that could
  /// belong to it.
  private func isStray(
    _ segment: Int, _ table: SideTable, _ runs: RunTable, _ covered: Float
  ) -> Bool {
    let least = tables.leastCovered * runs.weights[segment][0]
    return covered < least || least == 0 && table.slots(of: segment).isEmpty
  }

  /// 1 where a value is not explained.
  private static func ones(where covers: Covers) -> Covers {
    Covers.zero.replacing(with: 1, where: covers .== 0)
  }

  private static func clear(_ values: inout [Covers], count: Int) {
    values.removeAll(keepingCapacity: true)
    values.append(contentsOf: repeatElement(.zero, count: count))
  }
}

internal import Dispatch

/// IBM Model 1 in both directions at once (Brown, Della Pietra, Della Pietra & Mercer 1993, section 4):
/// how probable each word is as the translation of each other, learned from pairs of segments by
/// expectation maximisation.
///
/// Both directions share the cells that they look up. Probabilities of pairs outside the cells are 0.
struct WordTranslationModel {
  /// Probabilities of the target word given the source word, and the reverse, by cell.
  private(set) var forward, backward: [Float]
  /// Probabilities of each word given none: what no word of the other side explains.
  private(set) var targetAlone, sourceAlone: [Float]

  /// Sums of a fixed number of parts, whatever the machine: equal pairs give equal probabilities.
  private static let parts = 2

  init(
    _ pairs: SegmentPairs, _ cells: WordPairCells, sourceWords: Int, targetWords: Int, rounds: Int
  ) {
    // Uniform to begin with: the first round counts how words stand together.
    forward = Array(repeating: 1 / Float(max(targetWords, 1)), count: cells.capacity)
    backward = Array(repeating: 1 / Float(max(sourceWords, 1)), count: cells.capacity)
    targetAlone = Array(repeating: 1 / Float(max(targetWords, 1)), count: targetWords)
    sourceAlone = Array(repeating: 1 / Float(max(sourceWords, 1)), count: sourceWords)
    for _ in 0..<rounds {
      let counts = expectations(pairs, cells)
      maximise(counts, cells)
    }
  }

  /// Expected counts of one part of the pairs.
  private struct Counts {
    var forward, backward: [Float]
    var targetAlone, sourceAlone: [Float]

    init(like model: WordTranslationModel) {
      forward = Array(repeating: 0, count: model.forward.count)
      backward = forward
      targetAlone = Array(repeating: 0, count: model.targetAlone.count)
      sourceAlone = Array(repeating: 0, count: model.sourceAlone.count)
    }

    mutating func add(_ other: Counts) {
      for index in forward.indices {
        forward[index] += other.forward[index]
        backward[index] += other.backward[index]
      }
      for index in targetAlone.indices { targetAlone[index] += other.targetAlone[index] }
      for index in sourceAlone.indices { sourceAlone[index] += other.sourceAlone[index] }
    }
  }

  private func expectations(_ pairs: SegmentPairs, _ cells: WordPairCells) -> Counts {
    var sums = [Counts?](repeating: nil, count: Self.parts)
    sums.withUnsafeMutableBufferPointer { sums in
      // Each iteration writes its own element only.
      nonisolated(unsafe) let sums = sums
      DispatchQueue.concurrentPerform(iterations: Self.parts) { part in
        let range =
          (pairs.count * part / Self.parts)..<(pairs.count * (part + 1) / Self.parts)
        var counts = Counts(like: self)
        for pair in range {
          count(pairs.source(pair), pairs.target(pair), cells, into: &counts)
        }
        sums[part] = counts
      }
    }
    return sums.dropFirst().reduce(into: sums[0] ?? Counts(like: self)) { sum, part in
      if let part { sum.add(part) }
    }
  }

  private func count(
    _ source: ArraySlice<Int32>, _ target: ArraySlice<Int32>, _ cells: WordPairCells,
    into counts: inout Counts
  ) {
    let found = source.flatMap { s in
      target.map { t in cells.find(WordPairCells.key(s, t)) ?? -1 }
    }
    let (rows, columns) = (source.count, target.count)
    for (column, t) in target.enumerated() {
      var sum = targetAlone[Int(t)]
      for row in 0..<rows where found[row * columns + column] >= 0 {
        sum += forward[found[row * columns + column]]
      }
      guard sum > 0 else { continue }
      counts.targetAlone[Int(t)] += targetAlone[Int(t)] / sum
      for row in 0..<rows where found[row * columns + column] >= 0 {
        let cell = found[row * columns + column]
        counts.forward[cell] += forward[cell] / sum
      }
    }
    for (row, s) in source.enumerated() {
      var sum = sourceAlone[Int(s)]
      for column in 0..<columns where found[row * columns + column] >= 0 {
        sum += backward[found[row * columns + column]]
      }
      guard sum > 0 else { continue }
      counts.sourceAlone[Int(s)] += sourceAlone[Int(s)] / sum
      for column in 0..<columns where found[row * columns + column] >= 0 {
        let cell = found[row * columns + column]
        counts.backward[cell] += backward[cell] / sum
      }
    }
  }

  private mutating func maximise(_ counts: Counts, _ cells: WordPairCells) {
    var bySource = [Float](repeating: 0, count: sourceAlone.count)
    var byTarget = [Float](repeating: 0, count: targetAlone.count)
    for (cell, key) in cells.keys.enumerated() where key != WordPairCells.empty {
      bySource[Int(key >> 32)] += counts.forward[cell]
      byTarget[Int(key & 0xFFFF_FFFF)] += counts.backward[cell]
    }
    for (cell, key) in cells.keys.enumerated() where key != WordPairCells.empty {
      let (s, t) = (bySource[Int(key >> 32)], byTarget[Int(key & 0xFFFF_FFFF)])
      forward[cell] = s > 0 ? counts.forward[cell] / s : 0
      backward[cell] = t > 0 ? counts.backward[cell] / t : 0
    }
    let (target, source) = (
      counts.targetAlone.reduce(0, +), counts.sourceAlone.reduce(0, +)
    )
    if target > 0 { targetAlone = counts.targetAlone.map { $0 / target } }
    if source > 0 { sourceAlone = counts.sourceAlone.map { $0 / source } }
  }
}

/// IBM Model 1 in one direction, as the paper's equations have it: the plain form that
/// `WordTranslationModel` is tested against.
struct ReferenceTranslationModel {
  /// The probability of each target word given each source word; given none, under -1.
  private(set) var probability: [Int32: [Int32: Double]] = [:]

  init(_ pairs: [(source: [Int32], target: [Int32])], rounds: Int) {
    let targetWords = Set(pairs.flatMap(\.target)).sorted()
    for s in Set(pairs.flatMap(\.source)).sorted() + [-1] {
      for t in targetWords { probability[s, default: [:]][t] = 1 / Double(targetWords.count) }
    }
    for _ in 0..<rounds {
      var counts: [Int32: [Int32: Double]] = [:]
      for (source, target) in pairs {
        for t in target {
          let sum = (source + [-1]).reduce(0) { $0 + (probability[$1]?[t] ?? 0) }
          for s in source + [-1] {
            counts[s, default: [:]][t, default: 0] += (probability[s]?[t] ?? 0) / sum
          }
        }
      }
      probability = counts.mapValues { row in
        let sum = row.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
        return row.mapValues { $0 / sum }
      }
    }
  }
}

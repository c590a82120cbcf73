internal import ArgumentParser
internal import BilingualLexicon
internal import BitextToolkit
internal import Foundation
internal import SentenceAlignment

/// Finds each segment's translation among those of all others: how much the knowledge of words is worth,
/// without any order to lean on.
struct RetrievalBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retrieval",
    abstract: "Each pair's other half among those of 1,000 pairs: accuracy at 1, both directions.")

  @OptionGroup var knowledge: BenchLexicons
  @Option(help: "The most pairs of a set, the first ones.") var pairs = 1000
  @Argument(help: "Development sets: folders of SRC.txt, TGT.txt and gold.txt.")
  var folders: [String]

  func run() throws {
    let (languages, lexicons) = (try knowledge.languages(), try knowledge.open())
    let names = lexicons.flatMap(\.info.origins).map(\.name).joined(separator: " + ")
    var report = Report(
      "bench retrieval", subject: names.isEmpty ? "no lexicon" : names,
      columns: [
        "set", "pairs", "\(knowledge.from)→\(knowledge.to)", "\(knowledge.to)→\(knowledge.from)",
        "comparisons/s",
      ])
    for folder in folders {
      let gold = try GoldPairs(folder: folder, limit: pairs)
      var comparer = try PairComparer(gold, languages, lexicons)
      let count = gold.source.count
      var scores = [Float](repeating: 0, count: count * count)
      let cost = Stopwatch.once {
        for i in 0..<count {
          for j in 0..<count { scores[i * count + j] = comparer.similarity(i, j) }
        }
      }
      let found = Self.right(count) { scores[$0 * count + $1] }
      let back = Self.right(count) { scores[$1 * count + $0] }
      report.add([
        URL(fileURLWithPath: folder).lastPathComponent, "\(count)",
        String(format: "%.3f", found), String(format: "%.3f", back),
        String(format: "%.0f", Double(count * count) / cost.cpu),
      ])
    }
    report.write()
  }

  /// The share of queries whose own counterpart scores higher than any other: a tie is wrong.
  private static func right(_ count: Int, _ score: (Int, Int) -> Float) -> Double {
    let right = (0..<count).count { query in
      (0..<count).allSatisfy { $0 == query || score(query, $0) < score(query, query) }
    }
    return Double(right) / Double(count)
  }
}

/// Compares segments of two lists by what the lexicons say.
struct PairComparer: ~Copyable {
  private var comparer: SegmentComparer

  init(
    _ pairs: GoldPairs, _ languages: (source: LanguageTag, target: LanguageTag),
    _ lexicons: [Lexicon]
  ) throws {
    let source = try AnalysedText(pairs.source.map { $0[...] }, language: languages.source)
    let target = try AnalysedText(pairs.target.map { $0[...] }, language: languages.target)
    let relation = Correspondences(source: source, target: target, lexicons: lexicons)
    comparer = SegmentComparer(
      source: source, target: target, correspondences: relation,
      weights: (
        TypeWeights.background(source, relation.source),
        TypeWeights.background(target, relation.target)
      ))
  }

  mutating func similarity(_ i: Int, _ j: Int) -> Float {
    comparer.compare(CollectionOfOne(i), CollectionOfOne(j)).similarity
  }
}

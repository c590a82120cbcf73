internal import ArgumentParser
internal import BitextToolkit
internal import Foundation

/// The pairs of segments that translate each other in a development set: a folder of SRC.txt, TGT.txt
/// and gold.txt, one bead a line, `[0]:[2]`.
struct GoldPairs {
  let source, target: [String]

  /// - Parameter limit: The most pairs to read, the first ones.
  init(folder: String, limit: Int) throws {
    func lines(_ name: String) throws -> [String] {
      try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    let (sources, targets) = (try lines("SRC.txt"), try lines("TGT.txt"))
    var (source, target): ([String], [String]) = ([], [])
    for line in try lines("gold.txt") where source.count < limit {
      let sides = line.split(separator: ":").prefix(2).map {
        $0.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
      }
      guard sides.count == 2, sides[0].count == 1, sides[1].count == 1,
        sources.indices.contains(sides[0][0]), targets.indices.contains(sides[1][0])
      else { continue }
      source.append(sources[sides[0][0]])
      target.append(targets[sides[1][0]])
    }
    guard !source.isEmpty else { throw ValidationError("\(folder): no 1-1 bead") }
    (self.source, self.target) = (source, target)
  }
}

/// The lexicons that a benchmark is to use.
struct BenchLexicons: ParsableArguments {
  @Option(help: "The first language.") var from = "de"
  @Option(help: "The second language.") var to = "en"
  @Option(help: "A lexicon, repeatable. (default: the data folder's for the two languages)")
  var lexicon: [String] = []

  func languages() throws -> (source: LanguageTag, target: LanguageTag) {
    guard let source = LanguageTag(from), let target = LanguageTag(to) else {
      throw ValidationError("no language: \(from), \(to)")
    }
    return (source, target)
  }

  func open() throws -> [Lexicon] {
    let languages = try languages()
    if !lexicon.isEmpty { return try lexicon.map { try LexiconFolder.open($0) } }
    return try LexiconFolder.find(languages.source, languages.target).map { [$0] } ?? []
  }
}

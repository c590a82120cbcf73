internal import ArgumentParser
internal import BitextToolkit
internal import Foundation
internal import UnicodeText

/// What a lexicon costs to build, to open and to ask, and how fast it compares pairs of segments, beside a
/// plain reference.
struct LexiconBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Build, open and ask a lexicon; compare pairs of segments, beside a plain reference.")

  @OptionGroup var knowledge: BenchLexicons
  @Option(help: "A dictionary to compile.") var dictionary = "/usr/share/trans/de-en"
  @Option(help: "The most pairs of segments, the first ones.") var pairs = 1000
  @Argument(help: "A development set: a folder of SRC.txt, TGT.txt and gold.txt.")
  var folder: String

  func run() throws {
    let (languages, lexicons) = (try knowledge.languages(), try knowledge.open())
    let gold = try GoldPairs(folder: folder, limit: pairs)
    let work = FileManager.default.temporaryDirectory.appending(
      component: "bench-\(ProcessInfo.processInfo.processIdentifier).lex")
    defer { try? FileManager.default.removeItem(at: work) }
    var report = Report(
      "bench lexicon", subject: "\(dictionary); \(gold.source.count) pairs of \(folder)",
      columns: ["what", "value", "unit"])
    let build = try Stopwatch.once {
      var compilation = LexiconCompilation(from: languages.source, to: languages.target)
      _ = try compilation.add(dictionary)
      _ = try compilation.addTables()
      try compilation.write(to: work.path)
    }
    report.add(["build", String(format: "%.1f", build.wall), "s"])
    let compiled = try LexiconFolder.open(work.path)
    report.add(["file", String(format: "%.1f", Double(compiled.byteCount) / 1e6), "MB"])
    let open = try Stopwatch.median { _ = try LexiconFolder.open(work.path) }
    report.add(["open", String(format: "%.2f", open.wall * 1000), "ms"])

    let lexicon = lexicons.first ?? compiled
    let tokens = Array(
      repeating: gold.source.flatMap {
        Folding.caseFolded($0).split(separator: " ").map(String.init)
      },
      count: 10
    ).flatMap(\.self)
    let side = lexicon.side(of: languages.source) ?? .source
    let lookups = Stopwatch.median {
      for token in tokens {
        blackHole(lexicon.term(token, side).map { lexicon.hasTranslations($0, side) })
      }
    }
    report.add(["token lookups", Self.figure(Double(tokens.count) / lookups.cpu), "a second"])

    var comparer = try PairComparer(gold, languages, [lexicon])
    let short = gold.source.indices.filter { gold.source[$0].split(separator: " ").count <= 15 }
    let columns = short.prefix(200)
    let all = Double(columns.count * short.count)
    let own = Stopwatch.median {
      for i in columns { for j in short { blackHole(comparer.similarity(i, j)) } }
    }
    report.add(["short pairs compared", Self.figure(all / own.cpu), "a second, one core"])
    let plain = PlainComparer(gold, lexicon, side)
    let rows = short.prefix(20)
    let reference = Stopwatch.median {
      for i in rows { for j in rows { blackHole(plain.similarity(i, j)) } }
    }
    let rate = Double(rows.count * rows.count) / reference.cpu
    report.add(["the same, plain reference", Self.figure(rate), "a second, one core"])
    report.add(["ratio", String(format: "%.0f", all / own.cpu / rate), "times"])
    report.write()
  }

  private static func figure(_ number: Double) -> String { String(format: "%.0f", number) }
}

/// Keeps the optimiser from leaving out what nobody reads.
@inline(never)
func blackHole<Value>(_ value: Value) {}

internal import ArgumentParser
internal import BitextToolkit
internal import Foundation

/// The aligner of claims: pairs of articles of 20 and 25 sentences, and one pair of long documents, from lines in
/// memory to links, with the lexicon alone and with the encoder.
struct ClaimsBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims", abstract: "Articles a minute in comparable mode, and long documents.")

  @Option(help: "The source language.") var from = "de"
  @Option(help: "The target language.") var to = "en"
  @Option(help: "A lexicon file, or none. (default: the data folder's)") var lexicon: String?
  @Option(help: "Pairs of articles.") var articles = 20
  @Option(help: "Sentences a side of the long documents; 0 leaves them out.") var size = 2_000
  @Argument(help: "Folders of SRC.txt, TGT.txt and gold.txt, of which the texts are made.")
  var folders: [String]

  private static let article = (source: 20, target: 25)

  func run() throws {
    guard let from = LanguageTag(from), let to = LanguageTag(to) else {
      throw ValidationError("--from and --to are languages")
    }
    let sample = try AlignmentSample(folders: folders)
    let known =
      lexicon == "none"
      ? nil : try lexicon.map { try LexiconFolder.open($0) } ?? LexiconFolder.find(from, to)
    let folder = DataFolders.encoders + "/" + EncoderFolder.builtIn
    // Not the cached one: every sentence is encoded anew.
    let encoder = E5Encoder.isInstalled(in: folder) ? try E5Encoder(folder: folder) : nil
    let text = sample.text(lines: max(size, articles * Self.article.target))
    var report = Report(
      "bench claims",
      subject: sample.subject + (known == nil ? ", no lexicon" : ", with a lexicon")
        + (encoder == nil ? ", no encoder installed" : ", \(encoder?.identifier ?? "") uncached"),
      columns: ["work", "encoder", "wall s", "CPU s", "pairs/min", "MB at most"])
    let ways: [(any SentenceEncoder)?] = [nil] + (encoder.map { [$0] } ?? [])
    for encoder in ways {
      let builder = BitextBuilder(
        tool: "bench", mode: .comparable, lexicons: known.map { [$0] } ?? [], encoder: encoder,
        cutting: .lines)
      func measure(_ work: String, _ pairs: [(source: [String], target: [String])]) throws {
        PeakMemory.reset()
        let cost = try Stopwatch.once {
          for pair in pairs {
            _ = try builder.build(
              DocumentFile.document(ofLines: pair.source, language: from),
              DocumentFile.document(ofLines: pair.target, language: to))
          }
        }
        report.add([
          work, encoder == nil ? "none" : "e5", String(format: "%.2f", cost.wall),
          String(format: "%.2f", cost.cpu),
          String(format: "%.0f", Double(pairs.count) * 60 / cost.wall),
          PeakMemory.bytes.map { "\($0 >> 20)" } ?? "",
        ])
      }
      let (n, m) = Self.article
      try measure(
        "\(articles) pairs of \(n) × \(m) sentences",
        (0..<articles).map { k in
          (
            Array(text.source.dropFirst(k * m).prefix(n)),
            Array(text.target.dropFirst(k * m).prefix(m))
          )
        })
      if size > 0, encoder == nil {
        try measure(
          "1 pair of \(size) × \(size) sentences",
          [(Array(text.source.prefix(size)), Array(text.target.prefix(size)))])
      }
    }
    report.write()
  }
}

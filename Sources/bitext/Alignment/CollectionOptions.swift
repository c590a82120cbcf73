internal import ArgumentParser
internal import BitextToolkit

/// The flags of a collection.
struct CollectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Find the claims that several documents of a folder tell: every document of one language \
      against every one of the other. A document's language is that of its folder, de/, or of its \
      name, report.de.txt, or what its text looks like.
      """, valueName: "folder"))
  var collection: String?

  @Option(
    help: ArgumentHelp(
      """
      With --collection: align only documents of which at least this part of the words, 0 to 1, \
      translate one another. \
      (default: \(CollectionAlignment.leastComparability))
      """, valueName: "part"))
  var leastComparability: Double?

  func validate() throws {
    guard let leastComparability else { return }
    if collection == nil { throw ValidationError("--least-comparability belongs to --collection") }
    guard (0...1).contains(leastComparability) else {
      throw ValidationError("--least-comparability lies within 0 and 1")
    }
  }

  func run(
    _ builder: BitextBuilder, _ source: LanguageTag, _ target: LanguageTag,
    output: AlignmentOutputOptions, encoding: EncoderOption
  ) throws {
    guard let collection else { return }
    let documents = try DocumentCollection(
      collection, source: source, target: target, cutting: builder.cutting)
    for fault in documents.leftOut { Console.note("left out: \(fault)") }
    let least = leastComparability ?? CollectionAlignment.leastComparability
    let alignment = try CollectionAlignment(
      documents.sources, documents.targets, builder: builder, leastComparability: least)
    let headers = alignment.pairs.lazy.compactMap { $0.outcome?.header }
    if let header = headers.first(where: { $0.encoder != nil }) { encoding.note(header.encoder) }
    let text = CollectionText(collection: alignment)
    let lines: [String]
    switch Self.format(output) {
    case .json:
      lines = [
        try JSONText.line(
          CollectionRecord(alignment, builder: builder, leastComparability: least))
      ]
    case .jsonl:
      let record = CollectionRecord(alignment, builder: builder, leastComparability: least)
      lines =
        [try JSONText.line(record.header)] + (try record.documents.map(JSONText.line))
        + (try record.pairs.map(JSONText.line)) + (try record.sentences.map(JSONText.line))
        + (try record.clusters.map(JSONText.line))
    default:
      let isTerminal = output.output == nil
      lines = text.lines(
        width: isTerminal ? Console.width : 120, isStyled: isTerminal && Console.isColorful)
    }
    if let path = output.output, path != "-" {
      try OutputFile.write(lines.map { $0 + "\n" }.joined(), to: path)
      Console.note(text.summary)
    } else {
      for line in lines { Console.print(line) }
    }
  }

  static func format(_ output: AlignmentOutputOptions) -> AlignmentOutputOptions.Format {
    output.asked ?? output.output.flatMap { AlignmentOutputOptions.Format(path: $0) } ?? .table
  }

  func validate(output: AlignmentOutputOptions, files: [String], anchors: String?) throws {
    if !files.isEmpty { throw ValidationError("--collection finds the documents in its folder") }
    if anchors != nil { throw ValidationError("--anchors is for one pair, not for --collection") }
    guard [.table, .json, .jsonl].contains(Self.format(output)) else {
      throw ValidationError("--collection is printed as table, json or jsonl")
    }
  }
}

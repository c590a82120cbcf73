internal import ArgumentParser
internal import BitextToolkit

/// The flags of a batch.
struct BatchOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Align many pairs: a table of source, target and output, one pair a line, between them tabs. \
      With -o FOLDER outputs need no naming.
      """, valueName: "list"))
  var pairs: String?

  @Option(name: .customShort("j"), help: "With --pairs: how many to align at a time.")
  var jobs = 1

  @Flag(
    help:
      "With --pairs: pass over pairs whose outputs are whole and of the same texts and settings.")
  var resume = false

  @Flag(
    help: ArgumentHelp(
      """
      With --pairs: align everything twice; words learned from the surest links of the first time \
      help the second. For languages with a thin dictionary or none.
      """))
  var learn = false

  func validate() throws {
    if jobs < 1 { throw ValidationError("-j \(jobs): give at least 1") }
    if pairs == nil, resume || learn || jobs != 1 {
      throw ValidationError("-j, --resume and --learn belong to --pairs")
    }
  }

  func validate(
    against output: AlignmentOutputOptions, files: [String], anchors: String?
  ) throws {
    if !files.isEmpty { throw ValidationError("--pairs names the documents in its list") }
    if anchors != nil {
      throw ValidationError("--pairs keeps the decisions of each output; --anchors is for one pair")
    }
    let format = format(output)
    if format == .table {
      throw ValidationError("--pairs writes files: choose another --format than table")
    }
    if resume, format != .jsonl {
      throw ValidationError(
        "--resume needs outputs that say what they were made of: --format jsonl, the default")
    }
  }

  private func format(_ output: AlignmentOutputOptions) -> AlignmentOutputOptions.Format {
    output.format ?? .jsonl
  }

  /// Reports errors, and with `--json` every pair, in the order of the list, whatever `-j` is.
  ///
  /// - Throws: `ExitStatus.someFailed` at the end when a pair failed.
  func run(
    _ builder: BitextBuilder, _ source: LanguageTag, _ target: LanguageTag,
    output: AlignmentOutputOptions
  ) async throws {
    guard let pairs else { return }
    let format = format(output)
    if let folder = output.output { try OutputFolder.make(folder) }
    let list = try PairList(pairs, folder: output.output, ending: format.rawValue)
    var batch = AlignmentBatch(
      builder: builder, source: source, target: target, isResuming: resume,
      keepsDecisions: format == .jsonl
    ) { outcome, path in
      try OutputFile.write(try AlignmentOutputOptions.text(of: outcome, in: format), to: path)
    }
    if resume { OutputFolder.discardAbandoned(list) }
    if learn {
      let (taught, links) = try await batch.learning(from: list, jobs: jobs)
      batch = taught
      Console.note("\(pairs): learned from \(Figures.count(links, "link"))")
    }
    let line = ProgressLine()
    var counts = (aligned: 0, upToDate: 0, failed: 0)
    try await batch.run(list, jobs: jobs) { report in
      line.clear()
      switch report.result {
      case .success(.aligned(_, let lost)):
        counts.aligned += 1
        for lost in lost {
          Console.note("\(report.pair?.output ?? ""): not kept: \(DecisionText.line(lost))")
        }
      case .success(.upToDate): counts.upToDate += 1
      case .failure(let fault):
        counts.failed += 1
        let place = "\(pairs):\(report.line): "
        Console.note(
          fault.description.hasPrefix(place) ? fault.description : place + fault.description)
      }
      if output.json { Console.print(try JSONText.line(BatchRecord(report))) }
    } progress: { progress in
      line.show(progress)
    }
    line.clear()
    var parts = ["\(Figures.count(counts.aligned, "pair")) aligned"]
    if counts.upToDate > 0 { parts.append("\(counts.upToDate) up to date") }
    if counts.failed > 0 { parts.append("\(counts.failed) failed") }
    Console.note("\(pairs): " + parts.joined(separator: ", "))
    if counts.failed > 0 { throw ExitStatus.someFailed }
  }
}

/// What became of a pair, as a record: docs/records.md.
private struct BatchRecord: Encodable {
  let v = 1
  /// The line of the list.
  let line: Int
  let source, target, output: String?
  let status: String
  let links: Int?
  let lost: Int?
  let error: String?

  init(_ report: AlignmentBatch.Report) {
    line = report.line
    (source, target) = (report.pair?.source, report.pair?.target)
    output = report.pair?.output
    switch report.result {
    case .success(.aligned(let count, let lostDecisions)):
      (status, links, lost, error) = ("aligned", count, lostDecisions.count, nil)
    case .success(.upToDate): (status, links, lost, error) = ("up-to-date", nil, nil, nil)
    case .failure(let fault):
      (status, links, lost, error) = ("failed", nil, nil, fault.description)
    }
  }
}

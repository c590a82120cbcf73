public import ArgumentParser
public import BitextToolkit

extension Segmenter.Profile: ExpressibleByArgument {}

struct SegmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment",
    abstract: "Split texts into sentences, headings and page furniture.",
    discussion: """
      Every byte of a text is in exactly one segment; nothing is left out. A line end always ends a \
      segment, unless --wrapped says that lines are broken at a margin. A terminal gets a list, a \
      pipe or a file a line a segment: index, tab, kind, tab, text. Without --lang the text tells \
      its language; the guess is shown on standard error.

      EXAMPLES
        bitext segment bericht.txt
        bitext segment --lang de bericht.txt
        bitext segment --lang en --profile informal reviews.txt
        bitext segment --lang en --json report.txt | jq '.segments[].text'
        echo '{"id": 1, "lang": "de", "text": "Gut. Danke."}' | bitext segment --jsonl
      """)

  @Option(
    name: [.long, .customLong("from")],
    help: "The texts' language, such as de; without it each text tells.")
  var lang: Language?

  @Option(
    help: "How the texts are written: formal, or informal where sentences start in lower case.")
  var profile: Segmenter.Profile = .formal

  @Flag(help: "Lines are broken at a margin: a line end need not end a sentence.")
  var wrapped = false

  @Option(
    help: ArgumentHelp(
      "Break where the rules of this SRX 2.0 file do, instead of the built-in ones.",
      valueName: "file"))
  var srx: String?

  @Flag(help: "Print the built-in rules as SRX 2.0, as far as it can say them.")
  var exportSrx = false

  @Flag(help: "Print one JSON record a text.")
  var json = false

  @Flag(
    help: "Read JSON records {\"id\", \"lang\", \"text\"}, one a line, and answer each with one.")
  var jsonl = false

  @Option(name: [.customShort("o"), .customLong("output")], help: "Write to this file.")
  var output: String?

  @Argument(help: "Texts in UTF-8; - is standard input.")
  var files: [String] = []

  func validate() throws {
    if json, jsonl { throw ValidationError("--json and --jsonl exclude each other") }
    if exportSrx {
      if jsonl || json || srx != nil || !files.isEmpty {
        throw ValidationError("--export-srx prints rules and reads no texts")
      }
      return
    }
    if srx != nil, wrapped || profile != .formal {
      throw ValidationError("--profile and --wrapped belong to the built-in rules, not to --srx")
    }
    if !jsonl, files.isEmpty {
      throw ValidationError("name a text, or - for standard input")
    }
  }

  func run() throws {
    if let output, output != "-" {
      let place = try OutputFile(output)
      for file in files where place.replaces(file) {
        throw InputFault(output, "one of the texts to segment", remedy: "Name another file with -o")
      }
    }
    let rules = try readRules()
    let sink = try ResultSink(path: output)
    var failures = 0
    if exportSrx {
      try sink.write(SRX.builtIn.xml())
    } else if jsonl {
      failures = try answerRecords(to: sink, rules)
    } else {
      for file in files { try segmentText(of: file, to: sink, rules) }
    }
    try sink.finish()
    try RecordLoop.report(failures)
  }

  private func readRules() throws -> SRXRules? {
    guard let srx else { return nil }
    let rules = try SRXRules(path: srx)
    for (line, cause) in rules.faults {
      Console.note("\(srx):\(line): left out, because ICU could not \(cause)")
    }
    return rules
  }

  private func answerRecords(to sink: ResultSink, _ rules: SRXRules?) throws -> Int {
    let worker = SegmentWorker(
      language: lang?.tag, profile: profile, wrapped: wrapped, srx: rules)
    return try RecordLoop.run(files: files, to: sink) { line, number in
      worker.answer(line: line, number: number).flatMap { record in
        Result { try JSONText.line(record) }
          .mapError { FailedRecord(id: record.id, error: "line \(number): \($0)") }
      }
    }
  }

  private func segmentText(of file: String, to sink: ResultSink, _ rules: SRXRules?) throws {
    var text = try SegmentedText(file, language: lang?.tag, option: "--lang", srx: rules) {
      language in
      Segmenter(language: language, profile: profile, wrapped: wrapped)
    }
    LanguageNote.write(text.guess, of: file, option: "--lang")
    let form: SegmentList.Form = json ? .json : sink.isTerminal ? .people(Console.width) : .programs
    let list = SegmentList(
      form: form, name: file, language: text.language, guess: text.guess,
      isOnly: files.count == 1)
    try sink.write(list.head)
    var index = 0
    var paragraph = 0
    try text.forEachSegment { segment, text in
      try sink.write(
        list.entry(
          SegmentRecord.Entry(index: index, segment, text: text),
          startsParagraph: segment.paragraph != paragraph))
      (index, paragraph) = (index + 1, segment.paragraph)
    }
    try sink.write(list.tail)
  }
}

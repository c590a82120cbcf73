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
      pipe or a file a line a segment: index, tab, kind, tab, text.

      EXAMPLES
        bitext segment --lang de bericht.txt
        bitext segment --lang en --profile informal reviews.txt
        bitext segment --lang en --json report.txt | jq '.segments[].text'
        echo '{"id": 1, "lang": "de", "text": "Gut. Danke."}' | bitext segment --jsonl
      """)

  @Option(help: "The texts' language, such as de.")
  var lang: Language?

  @Option(
    help: "How the texts are written: formal, or informal where sentences start in lower case.")
  var profile: Segmenter.Profile = .formal

  @Flag(help: "Lines are broken at a margin: a line end need not end a sentence.")
  var wrapped = false

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
    if !jsonl, files.isEmpty {
      throw ValidationError("name a text, or - for standard input")
    }
    if !jsonl, lang == nil {
      throw ValidationError("give the texts' language with --lang")
    }
  }

  func run() throws {
    if let output, output != "-" {
      let place = try OutputFile(output)
      for file in files where place.replaces(file) {
        throw InputFault(output, "one of the texts to segment", remedy: "Name another file with -o")
      }
    }
    let sink = try ResultSink(path: output)
    var failures = 0
    if jsonl {
      failures = try answerRecords(to: sink)
    } else {
      for file in files { try segmentText(of: file, to: sink) }
    }
    try sink.finish()
    try RecordLoop.report(failures)
  }

  private func answerRecords(to sink: ResultSink) throws -> Int {
    let worker = SegmentWorker(language: lang?.tag, profile: profile, wrapped: wrapped)
    return try RecordLoop.run(files: files, to: sink) { line, number in
      worker.answer(line: line, number: number).flatMap { record in
        Result { try JSONText.line(record) }
          .mapError { FailedRecord(id: record.id, error: "line \(number): \($0)") }
      }
    }
  }

  private func segmentText(of file: String, to sink: ResultSink) throws {
    guard let language = lang?.tag else { return }
    let segmenter = Segmenter(language: language, profile: profile, wrapped: wrapped)
    let document = try segmenter.document(name: file, text: DocumentFile.text(file).text)
    if json {
      try sink.write(
        JSONText.line(SegmentRecord(id: .text(file), document: document)) + "\n")
    } else {
      let list = SegmentList(document: document, name: files.count > 1 ? file : nil)
      try sink.write(sink.isTerminal ? list.forPeople(width: Console.width) : list.forPrograms)
    }
  }
}

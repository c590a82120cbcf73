internal import BitextToolkit

/// Prints what lookups found, one after another, and knows how the run ends.
struct LookupPrinter {
  enum Form { case text, json, lines }

  let form: Form
  /// Whether each answer begins with its query, as those of several do.
  let showsQueries: Bool
  private var records = 0
  private var found = 0
  private var failed = 0
  private var languages: [LanguageTag: Int] = [:]

  init(form: Form, showsQueries: Bool) {
    (self.form, self.showsQueries) = (form, showsQueries)
  }

  mutating func print(_ record: LookupRecord) throws {
    records += 1
    if !record.matches.isEmpty || record.subsegments?.isEmpty == false {
      found += 1
      if let from = record.from { languages[from, default: 0] += 1 }
    }
    switch form {
    case .text:
      if showsQueries {
        if records > 1 { Console.print("") }
        let text = LookupText.styled("? " + TextWrapping.harmless(record.query), .bold)
        Console.print(text)
        if record.matches.isEmpty { Console.print("       nothing alike") }
      }
      for line in LookupText(record).lines(width: Console.width, isStyled: Console.isColorful) {
        Console.print(line)
      }
    case .lines:
      Console.print(try JSONText.line(record))
      Console.flush()
    case .json:
      Console.write(
        (records == 1 ? (showsQueries ? "[" : "") : ",\n") + (try JSONText.line(record)))
    }
  }

  private struct Failure: Encodable {
    let v = 1
    let error: String
  }

  mutating func fail(_ request: LookupQueries.Request) throws {
    guard case .failure(let fault) = request.query else { return }
    failed += 1
    Console.print(try JSONText.line(Failure(error: fault.description)))
  }

  /// - Parameter guessed: Whether the program chose the query's language; it then says which.
  func finish(guessed: Bool) throws {
    if form == .json { Console.write(showsQueries ? "]\n" : "\n") }
    if guessed, form == .text, found > 0 {
      let sides = languages.sorted { $0.key < $1.key }.map {
        languages.count > 1 ? "\($0.key) (\($0.value))" : $0.key.description
      }
      Console.note("query taken to be in \(sides.joined(separator: " and ")); --from says it")
    }
    if failed > 0 { throw ExitStatus.someFailed }
    if found == 0 {
      if form == .text, !showsQueries { Console.note("nothing alike; --min lowers the threshold") }
      throw ExitStatus.nothingFound
    }
  }
}

internal import BitextModel

/// One message of a catalogue.
struct POEntry {
  var context: String?
  var id: String?
  var plural: String?
  /// By the index of the form; 0 where there are no plural forms.
  var forms: [Int: String] = [:]
  var flags: [String] = []
  var references: [String] = []
  /// The translator's and the programmer's.
  var comments: [String] = []
  /// Kept from an older version of the program.
  var isObsolete = false
  /// Where `msgid` stands, from 1.
  var line = 0
  /// Where the first `msgstr` stands, from 1; `nil` without one.
  var formLine: Int?

  /// It carries the catalogue's own fields instead of a message.
  var isHeader: Bool { id == "" && context == nil && !isObsolete }

  static let contextProperty = "x-po-context"
  static let flagsProperty = "x-po-flags"
  static let referenceProperty = "x-po-reference"
  static let obsoleteProperty = "x-po-obsolete"
  /// `one` for the unit of the singular, `other` for that of the plural, which follows it.
  static let pluralProperty = "x-po-plural"

  /// The translated messages: one unit, or two where there are plural forms.
  func units(source: LanguageTag, target: LanguageTag) -> [TranslationUnit] {
    guard let id else { return [] }
    var properties: [Property] = []
    if let context { properties.append(Property(Self.contextProperty, context)) }
    if !flags.isEmpty {
      properties.append(Property(Self.flagsProperty, flags.joined(separator: ", ")))
    }
    if !references.isEmpty {
      properties.append(Property(Self.referenceProperty, references.joined(separator: " ")))
    }
    if isObsolete { properties.append(Property(Self.obsoleteProperty, "yes")) }
    let unit = { (text: String, forms: [String], number: String?) -> TranslationUnit? in
      let translated = forms.filter { !$0.isEmpty }
      guard !translated.isEmpty else { return nil }
      var unit = TranslationUnit(
        [(source, text)] + translated.map { (target, $0) },
        // A fuzzy translation is one that a program proposes.
        link: flags.contains("fuzzy")
          ? TranslationUnit.Link(
            relation: .translation, strength: .full, confidence: nil, status: .proposed, tool: nil)
          : nil)
      unit.properties = properties + (number.map { [Property(Self.pluralProperty, $0)] } ?? [])
      unit.notes = comments.map { Note($0) }
      return unit
    }
    guard let plural else { return [unit(id, [forms[0] ?? ""], nil)].compactMap(\.self) }
    let others = forms.keys.sorted().filter { $0 > 0 }.compactMap { forms[$0] }
    // Languages with one form use it for any number.
    return [
      unit(id, [forms[0] ?? ""], "one"),
      unit(plural, others.isEmpty ? [forms[0] ?? ""] : others, "other"),
    ].compactMap(\.self)
  }
}

/// The messages of a catalogue, one at a time (GNU gettext manual, “The Format of PO Files”).
struct POEntries {
  private var lines: TextLines
  /// A line that begins the next entry.
  private var ahead: String?

  init(_ text: String) {
    lines = TextLines(text)
  }

  private enum Field {
    case context, id, plural
    case form(Int)
  }

  /// - Throws: `FileFault` for what is no line of a catalogue.
  mutating func next() throws -> POEntry? {
    var entry = POEntry()
    var field: Field?
    while let full = takeLine() {
      var line = full[...]
      if line.hasPrefix("#~") {
        let rest = line.dropFirst(2).drop { $0 == " " }
        if entry.id != nil, !entry.isObsolete || startsMessage(rest, entry) {
          ahead = full
          return entry
        }
        entry.isObsolete = true
        if rest.hasPrefix("|") { continue }
        line = rest
      }
      if line.allSatisfy(\.isWhitespace) {
        if entry.id != nil { return entry }
        continue
      }
      if entry.id != nil, line.hasPrefix("#") || startsMessage(line, entry) {
        ahead = full
        return entry
      }
      if line.hasPrefix("#") {
        Self.comment(line, &entry)
        continue
      }
      field = try Self.keyword(&line, lines.number) ?? field
      guard let field, let text = Self.unquoted(line) else {
        throw FileFault(
          line: lines.number, "no line of a catalogue: “\(full.prefix(40))”",
          remedy: "Check it with msgfmt -c")
      }
      switch field {
      case .context: entry.context = (entry.context ?? "") + text
      case .id:
        if entry.id == nil { entry.line = lines.number }
        entry.id = (entry.id ?? "") + text
      case .plural: entry.plural = (entry.plural ?? "") + text
      case .form(let index):
        if entry.forms.isEmpty { entry.formLine = lines.number }
        entry.forms[index] = (entry.forms[index] ?? "") + text
      }
    }
    return entry.id == nil ? nil : entry
  }

  private mutating func takeLine() -> String? {
    defer { ahead = nil }
    return ahead ?? lines.next()
  }

  /// Whether a line begins another message than the one that is being read.
  private func startsMessage(_ line: Substring, _ entry: POEntry) -> Bool {
    line.hasPrefix("msgctxt") || line.hasPrefix("msgid ") && !entry.forms.isEmpty
  }

  private static func comment(_ line: Substring, _ entry: inout POEntry) {
    let text = line.dropFirst(2).drop { $0 == " " }
    switch line.dropFirst().first {
    case ",":
      entry.flags += text.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
    case ":": entry.references += text.split(separator: " ").map(String.init)
    // The message before it was changed.
    case "|": break
    case ".": entry.comments.append(String(text))
    default:
      let own = line.dropFirst().drop { $0 == " " }
      if !own.isEmpty { entry.comments.append(String(own)) }
    }
  }

  /// Takes the keyword off a line, if there is one.
  private static func keyword(_ line: inout Substring, _ number: Int) throws -> Field? {
    for (keyword, field) in [
      ("msgctxt", Field.context), ("msgid_plural", .plural), ("msgid", .id),
    ] where line.hasPrefix(keyword) {
      line = line.dropFirst(keyword.count)
      return field
    }
    guard line.hasPrefix("msgstr") else { return nil }
    line = line.dropFirst(6)
    guard line.first == "[" else { return .form(0) }
    let digits = line.dropFirst().prefix { $0 != "]" }
    guard let index = Int(digits), (0..<100).contains(index) else {
      throw FileFault(line: number, "msgstr[\(digits)] is no plural form")
    }
    line = line.dropFirst(digits.count + 2)
    return .form(index)
  }

  /// `nil` when it is no string in quotes.
  private static func unquoted(_ line: Substring) -> String? {
    let quoted = line.drop { $0.isWhitespace }
    let trimmed = quoted.prefix(upTo: quoted.lastIndex(of: "\"") ?? quoted.startIndex)
    guard trimmed.first == "\"" else { return nil }
    var (text, isEscaped) = ("", false)
    for scalar in trimmed.unicodeScalars.dropFirst() {
      if isEscaped {
        switch scalar {
        case "n": text += "\n"
        case "t": text += "\t"
        case "r": text += "\r"
        default: text.unicodeScalars.append(scalar)
        }
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

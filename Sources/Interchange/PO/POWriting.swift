internal import BitextModel

/// Units as a catalogue; the unit of a singular waits for that of its plural.
struct POWriting {
  let writer: any UnitFileWriter

  init(_ output: UnitFileOutput) throws {
    let languages = try output.pair()
    let write = try output.text()
    let codes = [languages.source, languages.target].map(output.options.code)
    try write(
      """
      msgid ""
      msgstr ""
      "MIME-Version: 1.0\\n"
      "Content-Type: text/plain; charset=UTF-8\\n"
      "Content-Transfer-Encoding: 8bit\\n"
      "Language: \(codes[1])\\n"
      "X-Source-Language: \(codes[0])\\n"
      "X-Generator: bitext \(output.options.toolVersion)\\n"

      """)
    var singular: TranslationUnit?
    let entry = { (unit: TranslationUnit, plural: TranslationUnit?) in
      guard let text = Self.entry(unit, plural, languages) else { return }
      try write("\n" + text)
    }
    writer = SteppedWriter { unit in
      let number = unit.properties.first { $0.type == POEntry.pluralProperty }?.value
      if let before = singular {
        singular = nil
        if number == "other" { return try entry(before, unit) }
        try entry(before, nil)
      }
      if number == "one" { singular = unit } else { try entry(unit, nil) }
    } end: {
      if let singular { try entry(singular, nil) }
    }
  }

  /// `nil` when a text in either language is missing, or empty, which would be another header.
  private static func entry(
    _ unit: TranslationUnit, _ plural: TranslationUnit?,
    _ languages: (source: LanguageTag, target: LanguageTag)
  ) -> String? {
    guard let pair = unit.pair(languages.source, languages.target),
      !pair.source.content.text.isEmpty
    else { return nil }
    let value = { (type: String) in unit.properties.first { $0.type == type }?.value }
    var lines = unit.notes.flatMap { note in
      OneLine.text(note.text).isEmpty ? [] : ["# " + OneLine.text(note.text)]
    }
    if let reference = value(POEntry.referenceProperty) {
      lines.append("#: " + OneLine.text(reference))
    }
    if unit.link?.relation == .claim { lines.append("#. no translation, a claim of the same") }
    var flags = value(POEntry.flagsProperty).map { [OneLine.text($0)] } ?? []
    // A claim is no translation: programs must not show it.
    if unit.link?.relation == .claim, flags.first?.contains("fuzzy") != true {
      flags.insert("fuzzy", at: 0)
    }
    if !flags.isEmpty { lines.append("#, " + flags.joined(separator: ", ")) }
    var message: [String] = []
    if let context = value(POEntry.contextProperty) {
      message.append("msgctxt \(quoted(context))")
    }
    message.append("msgid \(quoted(pair.source.content.text))")
    if let plural, let other = plural.variant(in: languages.source) {
      message.append("msgid_plural \(quoted(other.content.text))")
      message.append("msgstr[0] \(quoted(pair.target.content.text))")
      let forms = plural.variants.filter { languages.target.matches($0.language) }
      for (index, form) in forms.enumerated() {
        message.append("msgstr[\(index + 1)] \(quoted(form.content.text))")
      }
    } else {
      message.append("msgstr \(quoted(pair.target.content.text))")
    }
    let isObsolete = value(POEntry.obsoleteProperty) != nil
    lines += isObsolete ? message.map { "#~ " + $0 } : message
    return lines.map { $0 + "\n" }.joined()
  }

  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

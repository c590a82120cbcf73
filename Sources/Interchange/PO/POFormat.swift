internal import BitextModel

extension UnitFormat {
  /// Catalogues of GNU gettext.
  ///
  /// Plural forms make a unit of the singular and one of the plural, whose variants are the forms.
  /// Context, flags (`fuzzy`, `c-format`) and references are properties, comments notes.
  public static let po = UnitFormat(
    "po", title: "PO catalogues", endings: ["po", "pot"], isBilingual: true, fidelity: .texts,
    begins: { text in
      text.split(separator: "\n").first { !$0.hasPrefix("#") }?.hasPrefix("msgid \"") == true
    },
    open: { input in
      var entries = POEntries(try input.text())
      var languages: (LanguageTag, LanguageTag)?
      var pending: [SteppedReader.Step] = []
      return SteppedReader(isStrict: input.isStrict) {
        while pending.isEmpty {
          guard let entry = try entries.next() else { return nil }
          if entry.isHeader {
            languages = try PO.languages(entry.forms[0] ?? "", asked: input.languages)
            continue
          }
          let pair = try languages ?? PO.languages("", asked: input.languages)
          languages = pair
          pending = entry.units(source: pair.0, target: pair.1).map { .unit($0) }
        }
        return pending.removeFirst()
      }
    },
    create: { try POWriting($0).writer },
    fillable: { try POFilling.document($0) })
}

enum PO {
  /// Of the header's lines, or as a person says.
  static func languages(
    _ header: String, asked: [LanguageTag]
  ) throws -> (LanguageTag, LanguageTag) {
    func field(_ name: String) -> LanguageTag? {
      header.split(separator: "\n").lazy.filter { $0.hasPrefix(name + ":") }
        .compactMap { LanguageTag($0.dropFirst(name.count + 1).filter { !$0.isWhitespace }) }.first
    }
    guard let source = asked.first ?? field("X-Source-Language"),
      let target = asked.dropFirst().first ?? field("Language")
    else {
      throw FileFault(
        "its header does not say both languages", remedy: "Give them with --from and --to")
    }
    return (source, target)
  }
}

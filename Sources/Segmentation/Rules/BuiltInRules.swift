/// The rule files that travel inside the binary: one a language, in `Languages/`.
enum BuiltInRules {
  /// The files by language subtag: a new language is one file and one line here.
  static let files: [String: [UInt8]] = [
    "": PackageResources.generic_txt,
    "de": PackageResources.de_txt,
    "en": PackageResources.en_txt,
    "fr": PackageResources.fr_txt,
  ]

  /// The rules of a language; those of the generic file where it has none.
  ///
  /// A file that does not parse would count as missing; a test reads them all.
  static func rules(for language: String) -> LanguageRules {
    parsed[language] ?? generic
  }

  private static let generic = parsed[""] ?? LanguageRules()

  private static let parsed: [String: LanguageRules] = files.compactMapValues { bytes in
    try? LanguageRules(
      parsing: String(decoding: bytes, as: UTF8.self),
      withFurnitureOf: bytes == files["en"] ? nil : english)
  }

  /// English is what templates of web pages in any language forget to translate: `Skip to content`.
  private static let english = files["en"].flatMap { bytes in
    try? RuleFile(String(decoding: bytes, as: UTF8.self))
  }
}

internal import BitextModel

/// Writes the texts of a unit in given languages as columns of tab-separated values, then its
/// relation and strength where it has them. Tabs and line ends within a text become spaces.
struct PairSink: UnitSink {
  private let output: TextOutput
  private let languages: [LanguageTag]

  init(_ output: TextOutput, languages: [LanguageTag]) {
    (self.output, self.languages) = (output, languages)
  }

  /// A unit without a text in each of the languages is passed over.
  func write(_ unit: TranslationUnit) throws {
    let variants = languages.compactMap { unit.variant(in: $0) }
    guard variants.count == languages.count else { return }
    let link = unit.link.map { [$0.relation.rawValue, $0.strength.rawValue] } ?? []
    let fields = variants.map { Self.field($0.content.text) } + link
    try output.write(fields.joined(separator: "\t") + "\n")
  }

  func finish() throws { try output.flush() }

  private static func field(_ text: String) -> String {
    String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }
}

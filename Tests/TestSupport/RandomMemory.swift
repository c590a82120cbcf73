public import BitextModel

/// Memories that a seed decides: short sentences of a small vocabulary, so that many are alike, with
/// the oddities that a comparison has to bear.
public enum RandomMemory {
  public static let languages = ["de", "de-AT", "de-DE", "en", "en-US"]

  private static let words = [
    "die", "der", "Rakete", "Raketen", "Straße", "STRASSE", "fliegt", "nicht", "weit", "U-Bahn",
    "don't", "e\u{301}té", "été", "3", "1,5", "2023", "№", "ﬁnal", "final", "日本語", "👍🏽", "a", "I",
  ]
  private static let marks = ["", "", "", ",", "!", " –", "…", "*"]

  public static func units(
    count: Int, using generator: inout some RandomNumberGenerator
  ) -> [TranslationUnit] {
    var units: [TranslationUnit] = []
    var seen = Set<TranslationUnit>()
    while units.count < count {
      let german = languages.prefix(3).randomElement(using: &generator) ?? "de"
      let english = languages.suffix(2).randomElement(using: &generator) ?? "en"
      let unit = TranslationUnit(
        variants: [german, english].compactMap { language in
          LanguageTag(language).map {
            Variant(language: $0, content: content(using: &generator))
          }
        })
      if seen.insert(unit).inserted { units.append(unit) }
    }
    return units
  }

  /// The text of a variant, changed in a word or two, or one of its own.
  public static func query(
    like units: [TranslationUnit], using generator: inout some RandomNumberGenerator
  ) -> String {
    let variant = units.randomElement(using: &generator)?.variants.randomElement(using: &generator)
    var words = (variant?.content.text ?? "").split(separator: " ").map(String.init)
    for _ in 0..<Int.random(in: 0...2, using: &generator) {
      let place = Int.random(in: 0...words.count, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: words.insert(word(using: &generator), at: place)
      case 1 where place < words.count: words.remove(at: place)
      case 2 where place < words.count: words[place] = word(using: &generator)
      default: break
      }
    }
    return words.isEmpty ? word(using: &generator) : words.joined(separator: " ")
  }

  /// A few neighbouring words of a variant, sometimes with the last one cut to a prefix.
  public static func phrase(
    in units: [TranslationUnit], using generator: inout some RandomNumberGenerator
  ) -> String {
    let variant = units.randomElement(using: &generator)?.variants.randomElement(using: &generator)
    let words = (variant?.content.text ?? "").split(separator: " ")
    let start = Int.random(in: 0...words.count, using: &generator)
    let phrase = words.dropFirst(start).prefix(Int.random(in: 1...3, using: &generator))
      .joined(separator: " ")
    guard Bool.random(using: &generator), phrase.count > 2 else { return phrase }
    return phrase.dropLast() + "*"
  }

  private static func content(using generator: inout some RandomNumberGenerator) -> SegmentContent {
    var text = ""
    for _ in 0..<Int.random(in: 1...9, using: &generator) {
      if !text.isEmpty { text += " " }
      text += word(using: &generator) + (marks.randomElement(using: &generator) ?? "")
    }
    guard Int.random(in: 0..<6, using: &generator) == 0 else { return SegmentContent(text) }
    let code = InlineCode(.placeholder, attributes: [Attribute("x", "1")], content: "<br/>")
    return SegmentContent([.text(text), .code(code)])
  }

  private static func word(using generator: inout some RandomNumberGenerator) -> String {
    words.randomElement(using: &generator) ?? "a"
  }
}

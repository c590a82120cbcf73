internal import BitextModel
internal import TranslationMemory
internal import UnicodeText

/// What may be wrong with a unit.
public enum UnitProblem: String, Sendable, Hashable, Codable, CaseIterable {
  /// The translation is the source, letter for letter, in three words or more.
  case untranslated
  /// One side is much longer than the other.
  case length
  /// The digits of one side are not those of the other.
  case numbers
  /// The inline codes of one side are not those of the other.
  case codes
  /// Another unit has the same texts and codes.
  case duplicate
  /// Another unit has another translation of the same text.
  case conflict

  /// What helps, without a full stop.
  func suggestion(_ memory: String) -> String {
    switch self {
    case .untranslated, .length:
      "look at them, and remove what is wrong: bitext remove \(memory) --id ID"
    case .numbers: "look at them; lookups take points off for numbers that differ"
    case .codes: "mend them where they come from, and add the file again"
    case .duplicate: "harmless; remove all but one: bitext remove \(memory) --id ID"
    case .conflict: "lookups show all of them; remove those that are out of date"
    }
  }

  /// Those that the unit shows by itself.
  static func problems(
    of unit: TranslationUnit, tokenizer: borrowing WordTokenizer
  ) throws -> Set<UnitProblem> {
    var found = Set<UnitProblem>()
    guard let source = unit.variants.first else { return found }
    let text = source.content.text
    for target in unit.variants.dropFirst()
    where target.language.language != source.language.language {
      let other = target.content.text
      if other == text, try tokenizer.tokens(in: text).count(where: { $0.kind == .word }) >= 3 {
        found.insert(.untranslated)
      }
      if isOutlier(text.unicodeScalars.count, other.unicodeScalars.count) { found.insert(.length) }
      if digits(of: text) != digits(of: other) { found.insert(.numbers) }
      if codes(of: source.content) != codes(of: target.content) { found.insert(.codes) }
    }
    return found
  }

  /// Gale & Church (1993): lengths in characters differ by a normal variable of variance 6.8 a
  /// character; five standard deviations are no accident, but of texts too short to tell.
  private static func isOutlier(_ a: Int, _ b: Int) -> Bool {
    let mean = Double(a + b) / 2
    let difference = Double(a - b)
    return mean > 10 && difference * difference > 25 * 6.8 * mean
  }

  private static func digits(of text: String) -> [UInt8] {
    text.utf8.filter { (0x30...0x39).contains($0) }.sorted()
  }

  private static func codes(of content: SegmentContent) -> [String] {
    content.parts.compactMap { part in
      if case .code(let code) = part { code.kind.rawValue } else { nil }
    }.sorted()
  }
}

/// The texts of the units so far, as hashes: 64 bits each, so that one in billions is taken for
/// another.
struct SeenTexts {
  private var units = Set<UInt64>()
  /// The first translation of each text in each language.
  private var translations: [UInt64: UInt64] = [:]

  /// Whether the unit says again, or says otherwise, what one before it says.
  mutating func problems(of unit: TranslationUnit) -> Set<UnitProblem> {
    var found = Set<UnitProblem>()
    let texts = unit.variants.map {
      FNV.hash(
        "\($0.language)\u{1}\($0.content.text)\u{1}\($0.content.hasCodes ? "\($0.content.parts)" : "")"
      )
    }
    let whole = texts.sorted().reduce(FNV.start) { ($0 ^ $1) &* 0x9E37_79B9_7F4A_7C15 }
    if !units.insert(whole).inserted { found.insert(.duplicate) }
    guard let source = texts.first else { return found }
    for (variant, text) in zip(unit.variants, texts).dropFirst() {
      let question = FNV.hash(variant.language.description, from: source)
      if let known = translations[question] {
        if known != text { found.insert(.conflict) }
      } else {
        translations[question] = text
      }
    }
    return found
  }
}

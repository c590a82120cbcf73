internal import BitextModel
internal import Segmentation
internal import TranslationMemory
internal import UnicodeText

/// Looks at units, one after another, for what may be wrong with them.
///
/// A class, because it owns a handle of ICU's and remembers the texts that it has seen.
final class UnitInspector {
  private let tokenizer: WordTokenizer
  private var seen = SeenTexts()
  private var segmenters: [String: Segmenter] = [:]
  private let told = Set(LanguageDetector.languages.map(\.language))

  init() throws {
    tokenizer = try WordTokenizer()
  }

  func problems(of unit: TranslationUnit) throws -> Set<UnitProblem> {
    if unit.variants.contains(where: { $0.content.text.allSatisfy(\.isWhitespace) }) {
      return [.empty]
    }
    var found = seen.problems(of: unit)
    guard let source = unit.variants.first else { return found }
    let text = source.content.text
    for target in unit.variants.dropFirst()
    where target.language.language != source.language.language {
      let other = target.content.text
      if other == text, try wordCount(of: text) >= 3 { found.insert(.untranslated) }
      if isOutlier(text.unicodeScalars.count, other.unicodeScalars.count) { found.insert(.length) }
      if digits(of: text) != digits(of: other) { found.insert(.numbers) }
      if kinds(of: source.content) != kinds(of: target.content) { found.insert(.codes) }
    }
    if unit.variants.contains(where: { isUnpaired($0.content) }) { found.insert(.codes) }
    if try isFurniture(source) { found.insert(.boilerplate) }
    if found.isDisjoint(with: [.untranslated, .boilerplate]) {
      for variant in unit.variants where try isForeign(variant) { found.insert(.language) }
    }
    return found
  }

  private func wordCount(of text: String) throws -> Int {
    try tokenizer.tokens(in: text).count { $0.kind == .word }
  }

  /// Gale & Church (1993): lengths in characters differ by a normal variable of variance 6.8 a
  /// character; five standard deviations are no accident, but of texts too short to tell.
  private func isOutlier(_ a: Int, _ b: Int) -> Bool {
    let mean = Double(a + b) / 2
    let difference = Double(a - b)
    return mean > 10 && difference * difference > 25 * 6.8 * mean
  }

  private func digits(of text: String) -> [UInt8] {
    text.utf8.filter { (0x30...0x39).contains($0) }.sorted()
  }

  // MARK: Codes

  private func codes(of content: SegmentContent) -> [InlineCode] {
    content.parts.compactMap { if case .code(let code) = $0 { code } else { nil } }
  }

  private func kinds(of content: SegmentContent) -> [String] {
    codes(of: content).map(\.kind.rawValue).sorted()
  }

  /// Whether a code that begins a pair has no end, or an end no beginning: TMX's `i` joins them.
  private func isUnpaired(_ content: SegmentContent) -> Bool {
    guard content.hasCodes else { return false }
    let names = { (kind: InlineCode.Kind) in
      self.codes(of: content).filter { $0.kind == kind }.map { code in
        code.attributes.first { $0.name == "i" }?.value ?? ""
      }.sorted()
    }
    return names(.begin) != names(.end)
  }

  // MARK: Language

  /// A guess below this confidence, or about fewer words, says nothing.
  private static let (sureness, fewestWords) = (0.99, 6)

  /// Whether a text is surely in another language than its own, of those that can be told.
  private func isForeign(_ variant: Variant) throws -> Bool {
    let text = variant.content.text
    guard told.contains(variant.language.language), text.utf8.count >= 30,
      let guess = LanguageDetector.guess(text), guess.confidence >= Self.sureness,
      guess.language.language != variant.language.language
    else { return false }
    return try wordCount(of: text) >= Self.fewestWords
  }

  // MARK: Boilerplate

  /// Whether a text has no letter, or the segmenter takes it for page furniture.
  private func isFurniture(_ variant: Variant) throws -> Bool {
    let text = variant.content.text
    if !text.contains(where: \.isLetter) { return true }
    let segmenter =
      segmenters[variant.language.language] ?? Segmenter(language: variant.language)
    segmenters[variant.language.language] = segmenter
    return try segmenter.document(text: text).segments.allSatisfy { $0.kind == .boilerplate }
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

public import BitextModel
internal import Glibc

/// Tells the language of a text from its script, its function words and its spelling.
///
/// The profiles are in `Languages/profiles.txt`: a new language is one section there.
public enum LanguageDetector {
  /// The languages that can be told, sorted.
  public static var languages: [LanguageTag] {
    (LanguageProfile.all.map(\.language) + Script.languages.values).compactMap { LanguageTag($0) }
      .sorted()
  }

  /// How much of a text is looked at, in bytes: more tells nothing new.
  public static let sight = 1 << 16

  /// The language of a text; `nil` where there is too little evidence, or for two languages alike.
  public static func guess(_ text: some StringProtocol) -> LanguageGuess? {
    var prefix = String(decoding: text.utf8.prefix(sight), as: UTF8.self)
    return prefix.withUTF8 { guess(UTF8Text(bytes: $0)) }
  }

  /// The language of a text in UTF-8, of which a part at the end may be missing.
  public static func guess(_ bytes: [UInt8]) -> LanguageGuess? {
    guess(String(decoding: bytes.prefix(sight), as: UTF8.self))
  }

  private static func guess(_ text: UTF8Text) -> LanguageGuess? {
    let evidence = TextEvidence(text)
    guard let script = evidence.script else { return nil }
    if let language = Script.languages[script].flatMap({ LanguageTag($0) }) {
      return LanguageGuess(language: language, confidence: evidence.share(of: script))
    }
    let profiles = LanguageProfile.all.filter { $0.script == script }
    let scores = profiles.map { evidence.score($0) }.enumerated()
      .sorted { ($1.element.total, $0.offset) < ($0.element.total, $1.offset) }
    guard let best = scores.first, let language = LanguageTag(profiles[best.offset].language),
      best.element.total >= leastEvidence, best.element.isFamiliar
    else { return nil }
    let rivals = scores.dropFirst().reduce(0) {
      $0 + Glibc.exp($1.element.total - best.element.total)
    }
    let confidence = min(1 / (1 + rivals), highest)
    return confidence >= lowest ? LanguageGuess(language: language, confidence: confidence) : nil
  }

  /// The least log-likelihood ratio to a language without known words that counts, in nats: about two
  /// function words.
  private static let leastEvidence = 4.0
  /// The least confidence worth telling.
  private static let lowest = 0.8
  /// Nothing is certain.
  private static let highest = 0.999
}

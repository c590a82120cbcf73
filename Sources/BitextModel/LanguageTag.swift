/// A language as BCP 47 writes it, in canonical case: `de`, `de-AT`, `zh-Hant-TW`.
///
/// Reads what people and tools write for it too: `de_DE`, `EN`, `deu`.
public struct LanguageTag: Sendable, Hashable, Comparable, LosslessStringConvertible {
  /// The canonical tag.
  public let description: String

  /// `nil` for what is no well-formed tag: no letters first, odd characters, a subtag of more than
  /// eight characters.
  public init?(_ text: String) {
    if text.utf8.count == 2, text.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) {
      // Nearly all are: two small letters.
      description = text
      return
    }
    let subtags = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
    guard let primary = subtags.first, (2...8).contains(primary.count),
      primary.allSatisfy({ $0.isASCII && $0.isLetter }),
      subtags.allSatisfy({
        (1...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      })
    else { return nil }
    let language = primary.lowercased()
    let rest = subtags.dropFirst().map { subtag in
      let lower = subtag.lowercased()
      return switch (subtag.count, subtag.allSatisfy(\.isLetter)) {
      case (4, true): lower.prefix(1).uppercased() + lower.dropFirst()
      case (2, true): lower.uppercased()
      default: lower
      }
    }
    description = ([Self.twoLetterCodes[language] ?? language] + rest).joined(separator: "-")
  }

  /// The primary language subtag, such as `de`.
  public var language: String {
    description.utf8.firstIndex(of: UInt8(ascii: "-")).map { String(description[..<$0]) }
      ?? description
  }

  /// Whether a person who asks for `self` wants `other` too: the same language, and no script or
  /// region that both name and that differs. `de` matches `de-AT`; `de-DE` does not.
  public func matches(_ other: LanguageTag) -> Bool {
    if self == other { return true }
    let (mine, theirs) = (subtags, other.subtags)
    guard mine.language == theirs.language else { return false }
    let compatible = { (a: Substring?, b: Substring?) in a == nil || b == nil || a == b }
    return compatible(mine.script, theirs.script) && compatible(mine.region, theirs.region)
  }

  public static func < (a: LanguageTag, b: LanguageTag) -> Bool { a.description < b.description }

  private var subtags: (language: Substring, script: Substring?, region: Substring?) {
    let parts = description.split(separator: "-")
    let script = parts.dropFirst().first { $0.count == 4 && $0.allSatisfy(\.isLetter) }
    let region = parts.dropFirst().first { part in
      part.count == 2 && part.allSatisfy(\.isLetter)
        || part.count == 3 && part.allSatisfy(\.isNumber)
    }
    return (parts[0], script, region)
  }

  /// ISO 639-2 codes (both sets) that BCP 47 writes with two letters, for the languages of which
  /// dictionaries and memories are commonly labelled so.
  private static let twoLetterCodes: [String: String] = [
    "bul": "bg", "cat": "ca", "ces": "cs", "cze": "cs", "chi": "zh", "zho": "zh", "dan": "da",
    "deu": "de", "ger": "de", "dut": "nl", "nld": "nl", "ell": "el", "gre": "el", "eng": "en",
    "est": "et", "fin": "fi", "fra": "fr", "fre": "fr", "gle": "ga", "hrv": "hr", "hun": "hu",
    "ita": "it", "jpn": "ja", "kor": "ko", "lav": "lv", "lit": "lt", "nor": "no", "pol": "pl",
    "por": "pt", "ron": "ro", "rum": "ro", "rus": "ru", "slk": "sk", "slo": "sk", "slv": "sl",
    "spa": "es", "srp": "sr", "swe": "sv", "tur": "tr", "ukr": "uk",
  ]
}

extension LanguageTag: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let tag = LanguageTag(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "“\(text)” is not a language tag such as de or en-GB")
    }
    self = tag
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

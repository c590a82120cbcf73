/// The writing system of a letter, as far as it tells languages apart.
enum Script: String, Sendable, Hashable, CaseIterable {
  case latin, cyrillic, greek, arabic, hebrew, han, kana, hangul, thai, devanagari, armenian,
    georgian

  /// Scripts that one language uses far more than any other.
  static let languages: [Script: String] = [
    .greek: "el", .hebrew: "he", .han: "zh", .kana: "ja", .hangul: "ko", .thai: "th",
    .devanagari: "hi", .armenian: "hy", .georgian: "ka",
  ]

  /// `nil` for what is no letter of these.
  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF:
      self = .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
    case 0x400...0x52F: self = .cyrillic
    case 0x531...0x587: self = .armenian
    case 0x5D0...0x5EA: self = .hebrew
    case 0x620...0x64A, 0x66E...0x6D3: self = .arabic
    case 0x904...0x939: self = .devanagari
    case 0xE01...0xE30: self = .thai
    case 0x10A0...0x10FF: self = .georgian
    case 0x3041...0x30FF: self = .kana
    case 0x3400...0x9FFF, 0x20000...0x323AF: self = .han
    case 0x1100...0x11FF, 0xAC00...0xD7A3: self = .hangul
    default: return nil
    }
  }
}

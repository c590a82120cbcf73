/// What a character is to a rule of segmentation.
enum CharacterClass: UInt8 {
  /// No character: an end of the text.
  case end
  case upper, lower
  /// A letter of a script without case, or one that is both, such as a title-case letter.
  case letter
  /// A combining mark.
  case mark
  case digit
  /// White space within a line.
  case space
  case newline
  /// Seen by nobody: zero-width space, joiners, directional marks, the byte-order mark.
  case invisible
  /// `.` and its forms without a meaning of their own, `…` among them.
  case period
  /// `!`, `?` and their kin in any script.
  case strong
  /// A quotation mark of any kind and direction; the apostrophe too.
  case quote
  case openBracket, closeBracket
  /// A dash or hyphen.
  case dash
  /// `•` and other marks of list items.
  case bullet
  /// `,`, `;` and `:`.
  case comma
  case symbol

  /// A set of classes.
  struct Members: OptionSet {
    let rawValue: UInt32
    init(rawValue: UInt32) { self.rawValue = rawValue }
    init(_ classes: CharacterClass...) {
      rawValue = classes.reduce(0) { $0 | 1 << UInt32($1.rawValue) }
    }
    func contains(_ member: CharacterClass) -> Bool { rawValue >> UInt32(member.rawValue) & 1 == 1 }

    static let blank = Members(.space, .invisible)
    static let white = Members(.space, .newline, .invisible)
    static let word = Members(.upper, .lower, .letter, .mark, .digit)
    static let letters = Members(.upper, .lower, .letter, .mark)
    static let digits = Members(.digit)
  }

  @inline(__always)
  init(_ scalar: Unicode.Scalar) {
    if scalar.value < 0x80 {
      self = Self.ascii(UInt8(truncatingIfNeeded: scalar.value))
    } else if scalar.value < 0x530 {
      self = Self.alphabets[Int(scalar.value) - 0x80]
    } else {
      self = Self.other(scalar)
    }
  }

  /// The Latin, Greek and Cyrillic blocks: asking Unicode's tables takes too long for each letter.
  private static let alphabets: [CharacterClass] = (0x80..<0x530).map { value in
    Unicode.Scalar(UInt32(value)).map(other) ?? .symbol
  }

  private static func ascii(_ byte: UInt8) -> CharacterClass {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): .lower
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case 0x09, 0x0B, 0x0C, 0x20: .space
    case 0x0A, 0x0D: .newline
    case UInt8(ascii: "."): .period
    case UInt8(ascii: "!"), UInt8(ascii: "?"): .strong
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): .quote
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .openBracket
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .closeBracket
    case UInt8(ascii: "-"): .dash
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): .comma
    default: .symbol
    }
  }

  private static func other(_ scalar: Unicode.Scalar) -> CharacterClass {
    switch scalar.value {
    case 0x85, 0x2028, 0x2029: return .newline
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF, 0xAD:
      return .invisible
    case 0x2026: return .period
    case 0x2018...0x201F, 0xAB, 0xBB, 0x2039, 0x203A, 0x300C...0x300F, 0xB4: return .quote
    case 0x2010...0x2015, 0x2212: return .dash
    case 0x2022, 0x2023, 0x2043, 0x25A0...0x25FF, 0xB7, 0x2219, 0x27A4, 0x2713, 0x2714:
      return .bullet
    case 0xB2, 0xB3, 0xB9, 0x2070...0x2079: return .symbol
    default: break
    }
    if isIdeographOrSyllable(scalar) { return .letter }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .uppercaseLetter: return .upper
    case .lowercaseLetter: return .lower
    case .titlecaseLetter, .otherLetter, .modifierLetter: return .letter
    case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
    case .decimalNumber: return .digit
    case .spaceSeparator: return .space
    case .openPunctuation: return .openBracket
    case .closePunctuation: return .closeBracket
    case .dashPunctuation: return .dash
    case .otherPunctuation: return properties.isSentenceTerminal ? .strong : .symbol
    default: return .symbol
    }
  }

  /// Han, kana and hangul, which are asked for most often by far.
  private static func isIdeographOrSyllable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
    default: false
    }
  }

  /// Whether the scalar, beyond ASCII, ends sentences (Unicode's `Sentence_Terminal`).
  static func isForeignTerminator(_ scalar: Unicode.Scalar) -> Bool {
    !isIdeographOrSyllable(scalar) && scalar.properties.isSentenceTerminal
  }
}

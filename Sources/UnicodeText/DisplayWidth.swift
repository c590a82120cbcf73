internal import CICU

extension Character {
  /// Columns that a terminal gives the character: 2 for East Asian wide ones (UAX #11) and emoji
  /// (UTS #51), 0 for what only marks or controls, 1 for all else.
  public var displayWidth: Int {
    if let ascii = asciiValue { return ascii < 0x20 || ascii == 0x7F ? 0 : 1 }
    guard let first = unicodeScalars.first else { return 0 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control, .format, .lineSeparator, .paragraphSeparator:
      return 0
    default: break
    }
    let isEmoji = unicodeScalars.contains {
      $0.properties.isEmojiPresentation || $0 == "\u{FE0F}"
    }
    return isEmoji || cicu_is_wide(first.value) != 0 ? 2 : 1
  }
}

extension StringProtocol {
  /// Columns that a terminal gives the text on one line.
  public var displayWidth: Int {
    reduce(0) { $0 + $1.displayWidth }
  }
}

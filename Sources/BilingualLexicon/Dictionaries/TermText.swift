/// What terms are made of, in folded UTF-8.
enum TermText {
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Marks that stand around words, not in them.
  private static let marks: [Bool] = {
    var marks = [Bool](repeating: false, count: 256)
    for mark in "!?.,:;\"'<>=+*~()[]{}".utf8 { marks[Int(mark)] = true }
    return marks
  }()

  /// A word without the marks around it.
  static func trimmed(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var word = word
    while let first = word.first {
      if marks[Int(first)] {
        word.removeFirst()
      } else if word.count >= 3, isQuote(word.prefix(3)) {
        word.removeFirst(3)
      } else {
        break
      }
    }
    while let last = word.last {
      if marks[Int(last)] {
        word.removeLast()
      } else if word.count >= 3, isQuote(word.suffix(3)) {
        word.removeLast(3)
      } else {
        break
      }
    }
    return word
  }

  /// U+2018 to U+201F.
  private static func isQuote(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.elementsEqual([0xE2, 0x80, bytes.last ?? 0]) && (0x98...0x9F).contains(bytes.last ?? 0)
  }
}

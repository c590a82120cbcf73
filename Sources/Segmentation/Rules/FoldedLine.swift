internal import UnicodeText

/// The form in which lines are compared with phrases: case folded, white space collapsed, typographic
/// apostrophes plain, marks before the text removed. A number
/// is `0`, one of four figures and more `0000`: `12 comments` is `0 comments`.
enum FoldedLine {
  static func bytes(of line: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard line.allSatisfy({ $0 < 0x80 }) else {
      return bytes(of: String(decoding: line, as: UTF8.self))
    }
    var (result, isSpaced): ([UInt8], Bool) = ([], false)
    result.reserveCapacity(line.count)
    for byte in line {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        isSpaced = true
      } else if !result.isEmpty || !isMark(Unicode.Scalar(byte)) {
        if isSpaced, !result.isEmpty { result.append(0x20) }
        isSpaced = false
        result.append(lowered(byte))
      }
    }
    return withNumbersAlike(result)
  }

  static func bytes(of line: String) -> [UInt8] {
    var result = String.UnicodeScalarView()
    var isSpaced = false
    for scalar in Folding.caseFolded(line).unicodeScalars {
      switch CharacterClass(scalar) {
      case .space, .newline: isSpaced = true
      case _ where result.isEmpty && isMark(scalar): break
      default:
        if isSpaced, !result.isEmpty { result.append(" ") }
        isSpaced = false
        result.append(scalar == "\u{2019}" ? "'" : scalar)
      }
    }
    return withNumbersAlike(Array(String(result).utf8))
  }

  /// Where a folded line ends without marks and spaces behind the text.
  static func bareEnd(of folded: UTF8Text) -> Int { bareEnd(of: folded, 0..<folded.count) }

  static func bareEnd(of folded: UTF8Text, _ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, let (scalar, width) = folded.scalar(before: end),
      scalar == " " || isMark(scalar)
    {
      end -= width
    }
    return end
  }

  /// Up to white space, without punctuation behind it.
  static func firstWord(of folded: UTF8Text) -> Range<Int> {
    let end = folded.bytes.firstIndex(of: 0x20) ?? folded.count
    let bare = bareEnd(of: folded, 0..<end)
    return 0..<(bare > 0 ? bare : end)
  }

  private static func withNumbersAlike(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: isDigit) else { return bytes }
    var (result, index): ([UInt8], Int) = ([], 0)
    while index < bytes.count {
      let end = bytes[index...].firstIndex { !isDigit($0) } ?? bytes.count
      if end == index {
        result.append(bytes[index])
        index += 1
      } else {
        result += Array(repeating: UInt8(ascii: "0"), count: end - index < 4 ? 1 : 4)
        index = end
      }
    }
    return result
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The byte of an ASCII letter in lower case, any other as it is.
  static func lowered(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch CharacterClass(scalar) {
    case .period, .strong, .comma, .dash, .bullet: true
    default:
      switch scalar {
      case "|", ">", "<", "*", "→", "←", "«", "»", "‹", "›": true
      default: false
      }
    }
  }
}

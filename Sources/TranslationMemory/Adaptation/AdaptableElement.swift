internal import BitextModel
internal import UnicodeText

/// A piece of a text that is carried over rather than translated: a number, or a placeholder such as
/// `%1$s`, `%(name)s`, `{0}` and `${name}`.
struct AdaptableElement: Hashable {
  /// UTF-8 offsets in the text.
  let range: Range<Int>
  let text: String
  let isNumber: Bool

  /// The elements of a text, and the case-folded words between them; an element is `nil` there.
  static func parts(of text: ComparedText) -> (elements: [AdaptableElement], words: [String?]) {
    let placeholders = placeholders(in: Array(text.text.utf8))
    var elements: [AdaptableElement] = []
    var words: [String?] = []
    var rest = placeholders[...]
    let take = { (range: Range<Int>, isNumber: Bool) in
      let piece = String(text.text.utf8Slice(range))
      elements.append(AdaptableElement(range: range, text: piece, isNumber: isNumber))
      words.append(nil)
    }
    for (token, word) in zip(text.wordTokens, text.words) {
      while let next = rest.first, next.lowerBound <= token.range.lowerBound {
        take(next, false)
        rest.removeFirst()
      }
      if let last = elements.last, !last.isNumber, token.range.lowerBound < last.range.upperBound {
        continue
      }
      if token.kind == .number { take(token.range, true) } else { words.append(word) }
    }
    for range in rest { take(range, false) }
    return (elements, words)
  }

  /// C's and Qt's conversions (`%d`, `%1$s`, `%n`, `%2`), Python's (`%(name)s`, `{name}`), the shell's
  /// (`$NAME`, `${name}`).
  private static func placeholders(in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var at = 0
    while at < bytes.count {
      if let end = end(ofPlaceholderAt: at, in: bytes) {
        found.append(at..<end)
        at = end
      } else {
        at += 1
      }
    }
    return found
  }

  private static func end(ofPlaceholderAt start: Int, in bytes: [UInt8]) -> Int? {
    let byte = { (place: Int) in place < bytes.count ? bytes[place] : 0 }
    switch bytes[start] {
    case UInt8(ascii: "{"): return closing("}", after: start, in: bytes)
    case UInt8(ascii: "$"):
      if byte(start + 1) == UInt8(ascii: "{") { return closing("}", after: start + 1, in: bytes) }
      guard isLetter(byte(start + 1)) else { return nil }
      return end(after: start + 1, in: bytes) { isLetter($0) || isDigit($0) || $0 == 0x5F }
    case UInt8(ascii: "%"):
      var at = start + 1
      if byte(at) == UInt8(ascii: "(") {
        guard let end = closing(")", after: at, in: bytes), isLetter(byte(end)) else { return nil }
        return end + 1
      }
      at = end(after: at, in: bytes) { isDigit($0) || ".$-+#".utf8.contains($0) }
      at = end(after: at, in: bytes) { "hlzjq".utf8.contains($0) }
      if "diouxXeEfgGcspn@".utf8.contains(byte(at)), !isLetter(byte(at + 1)) { return at + 1 }
      return at > start + 1 && bytes[start + 1..<at].allSatisfy(isDigit) ? at : nil
    default: return nil
    }
  }

  /// Past a closing mark, with a name or nothing before it.
  private static func closing(
    _ mark: Unicode.Scalar, after open: Int, in bytes: [UInt8]
  ) -> Int? {
    let end = end(after: open + 1, in: bytes) {
      isLetter($0) || isDigit($0) || "_.:-".utf8.contains($0)
    }
    return end < bytes.count && bytes[end] == UInt8(ascii: mark) ? end + 1 : nil
  }

  private static func end(
    after start: Int, in bytes: [UInt8], while belongs: (UInt8) -> Bool
  ) -> Int {
    bytes[min(start, bytes.count)...].firstIndex { !belongs($0) } ?? bytes.count
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}

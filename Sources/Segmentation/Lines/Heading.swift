/// Recognises titles and subheads: short lines without a full stop. They are headings where running
/// text stands below.
enum Heading {
  /// The longest heading, in bytes.
  private static let longest = 200

  static func isLikely(_ shape: LineShape, in text: UTF8Text) -> Bool {
    guard shape.segmentCount == 1, !shape.endsSentence, !shape.isOpen,
      shape.range.count <= longest
    else { return false }
    switch shape.first {
    case .upper, .letter: return true
    case .digit, .quote, .openBracket:
      return text.bytes[shape.range].contains { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    default: return false
    }
  }
}

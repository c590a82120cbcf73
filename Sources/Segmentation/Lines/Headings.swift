internal import BitextModel

/// Recognises titles and subheads: short lines without a full stop right above running text.
struct Headings {
  let text: UTF8Text

  /// The most headings that stand one above the other.
  private static let longestStack = 3
  /// The longest heading, in bytes.
  private static let longest = 200

  /// Labels headings among the lines that are sentences so far.
  func label(_ shapes: [LineShape], in labels: inout [LineLabels.Label]) {
    var (above, hasText): ([Int], Bool) = ([], false)
    for (index, shape) in shapes.enumerated() where labels[index].kind == .sentence {
      if shape.isProse {
        for (place, line) in above.suffix(Self.longestStack).enumerated() {
          labels[line] = .heading(!hasText && place == 0 ? "title" : "subhead")
        }
        (above, hasText) = ([], true)
      } else if isCandidate(shape) {
        above.append(index)
      } else {
        above = []
      }
    }
  }

  private func isCandidate(_ shape: LineShape) -> Bool {
    guard shape.segmentCount == 1, !shape.endsSentence, !shape.isOpen,
      shape.range.count <= Self.longest
    else { return false }
    switch shape.first {
    case .upper, .letter: return true
    case .digit, .quote, .openBracket:
      return text.bytes[shape.range].contains { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    default: return false
    }
  }
}

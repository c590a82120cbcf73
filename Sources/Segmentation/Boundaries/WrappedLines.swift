/// Tells line ends of a margin from ends of sentences in hard-wrapped text.
struct WrappedLines {
  let text: UTF8Text

  /// Whether the line goes on in the next: no blank line between them, no list mark, and either no
  /// terminal punctuation before or a word in lower case behind.
  func joins(_ candidate: Candidate) -> Bool {
    let gap = text.bytes[candidate.end..<candidate.next]
    guard gap.count(where: { $0 == 0x0A }) <= 1 else { return false }
    switch text.characterClass(at: candidate.next) {
    case .lower: return true
    case .bullet: return false
    default: break
    }
    return false
  }
}

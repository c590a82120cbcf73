/// Tells an ordinal number from a number at the end of a sentence, in languages that write both with a
/// period: `am 12. Juni`, `auf Seite 12. Dort`.
struct Ordinal {
  let text: UTF8Text
  let rules: LanguageRules

  /// Whether a sentence ends after the period behind the number.
  func ends(number: Range<Int>, right: RightStart) -> Bool {
    if !right.traits.isDisjoint(with: [.month, .afterOrdinal]) { return false }
    let before = wordBefore(number.lowerBound)
    if right.isStarter { return !before.contains(.beforeOrdinal) }
    return before.contains(.beforeCardinal)
  }

  private func wordBefore(_ offset: Int) -> WordTraits {
    let end = text.skipBack(text.gap, from: offset, to: max(0, offset - 256))
    let start = text.skipBack(.letters, from: end, to: max(0, end - 32))
    guard start < end else { return [] }
    return rules.traits(of: text.slice(start..<end), atStart: true)
  }
}

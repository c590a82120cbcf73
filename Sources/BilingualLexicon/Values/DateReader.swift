/// Reads dates: `24. November`, `Nov. 24th`, `24.11.2024`, `2024-11-24`. Years are left out of the value,
/// since one text tells them and the other does not.
struct DateReader: Sendable {
  let words: ValueWords

  /// Whether some date begins with the token.
  func mayBegin(_ token: String) -> Bool {
    words.months[token] != nil || DigitText.begins(token)
  }

  func reading(_ tokens: [String], at start: Int) -> ValueReader.Reading? {
    if let month = words.months[tokens[start]] { return monthFirst(tokens, start, month) }
    guard DigitText.begins(tokens[start]) else { return nil }
    return dayFirst(tokens, start) ?? withPeriods(tokens, start) ?? withMarks(tokens, start)
  }

  /// `November 24`, `Nov. 24th`.
  private func monthFirst(_ tokens: [String], _ start: Int, _ month: Int) -> ValueReader.Reading? {
    var at = start + 1
    if at < tokens.count, tokens[at] == "." { at += 1 }
    guard words.dayFollowsMonth, at < tokens.count, let day = day(tokens[at]) else { return nil }
    return reading(month, day, start..<at + 1)
  }

  /// `24. November`, `24 November`, `the 3rd of March`.
  private func dayFirst(_ tokens: [String], _ start: Int) -> ValueReader.Reading? {
    guard let day = day(tokens[start]) else { return nil }
    var at = start + 1
    if at < tokens.count, words.dayConnectors.contains(tokens[at]) { at += 1 }
    guard at < tokens.count, let month = words.months[tokens[at]] else { return nil }
    return reading(month, day, start..<at + 1)
  }

  /// `24.11.2024`; `24.11.` where a comma is the decimal mark.
  private func withPeriods(_ tokens: [String], _ start: Int) -> ValueReader.Reading? {
    guard words.writesDatesWithPeriods else { return nil }
    let parts = tokens[start].split(separator: ".").map { Int($0) }
    switch parts.count {
    case 3:
      guard let day = parts[0], let month = parts[1], parts[2] != nil else { return nil }
      return reading(month, day, start..<start + 1)
    case 2:
      guard start + 1 < tokens.count, tokens[start + 1] == ".", let day = parts[0],
        let month = parts[1]
      else { return nil }
      return reading(month, day, start..<start + 2)
    default: return nil
    }
  }

  /// `2024-11-24`; `24/12/2023`, `12/24/2023` where only one order makes a date.
  private func withMarks(_ tokens: [String], _ start: Int) -> ValueReader.Reading? {
    guard start + 4 < tokens.count, tokens[start + 1] == tokens[start + 3],
      let a = Int(tokens[start]), let b = Int(tokens[start + 2]), let c = Int(tokens[start + 4])
    else { return nil }
    let range = start..<start + 5
    switch tokens[start + 1] {
    case "-" where (1000...2999).contains(a): return reading(b, c, range)
    case "/" where (1000...2999).contains(c):
      if a > 12 { return reading(b, a, range) }
      if b > 12 { return reading(a, b, range) }
      // An American and a European date: in English nobody can tell.
      return words.dayFollowsMonth && a != b ? nil : reading(b, a, range)
    default: return nil
    }
  }

  private func day(_ token: String) -> Int? {
    DigitText(token, words)?.ordinal(in: 1...31)
  }

  private func reading(_ month: Int, _ day: Int, _ range: Range<Int>) -> ValueReader.Reading? {
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    return ValueReader.Reading(value: .date(month: month, day: day), tokens: range)
  }
}

/// Reads numbers in digits, words or both: `700.000`, `61 billion`, `twenty-one`, `half a million`.
struct NumberReader: Sendable {
  let words: ValueWords
  private let joined: JoinedNumeral?

  init(_ words: ValueWords) {
    self.words = words
    joined = words.joinsNumerals ? JoinedNumeral(words) : nil
  }

  /// Whether some number begins with the token.
  func mayBegin(_ token: String) -> Bool {
    DigitText.begins(token) || words.numerals[token] != nil || joined?.value(of: token) != nil
      || romanOrdinal(token) != nil
  }

  func reading(_ tokens: [String], at start: Int) -> ValueReader.Reading? {
    if let digits = DigitText(tokens[start], words) {
      return inDigits(digits, tokens, start)
    }
    if let roman = romanOrdinal(tokens[start]) {
      return ValueReader.Reading(value: .number(roman), tokens: start..<start + 1)
    }
    var sum = NumberSum(countsInScores: words.countsInScores)
    guard add(tokens[start], to: &sum) else { return nil }
    let end = extend(&sum, tokens, from: start + 1)
    guard let value = sum.value, end > start + 1 || !words.notAlone.contains(tokens[start])
    else { return nil }
    return ValueReader.Reading(value: .number(value), tokens: start..<end)
  }

  private func inDigits(
    _ digits: DigitText, _ tokens: [String], _ start: Int
  ) -> ValueReader.Reading {
    var (value, at) = (digits.value, start + 1)
    let isMoney = start > 0 && words.symbols[tokens[start - 1]] != nil
    // 700 000: groups apart.
    if digits.isPlain, digits.suffix.isEmpty, digits.length <= 3, value > 0 {
      while at < tokens.count, tokens[at].utf8.count == 3, let group = Double(tokens[at]),
        DigitText(tokens[at], words) != nil
      {
        value = value * 1000 + group
        at += 1
      }
    }
    var sum = NumberSum(digits: value)
    if !digits.suffix.isEmpty {
      if isScale(String(digits.suffix), isMoney), let scale = words.numerals[String(digits.suffix)]
      {
        _ = sum.add(scale)
      }
    } else if at == tokens.count || isScale(tokens[at], isMoney) {
      at = extend(&sum, tokens, from: at)
    }
    return ValueReader.Reading(value: .number(sum.value ?? value), tokens: start..<at)
  }

  /// Whether a word may scale digits: £61m is millions, 61m are metres.
  private func isScale(_ word: String, _ isMoney: Bool) -> Bool {
    isMoney || word.utf8.count > 1 || words.connectors.contains(word)
  }

  /// The end of the number that goes on at `place`.
  private func extend(_ sum: inout NumberSum, _ tokens: [String], from place: Int) -> Int {
    var end = place
    while end < tokens.count {
      var at = end
      while at < tokens.count,
        words.connectors.contains(tokens[at]) || words.articles.contains(tokens[at])
      {
        at += 1
      }
      guard at < tokens.count, at - end <= 1, add(tokens[at], to: &sum) else { break }
      end = at + 1
    }
    return end
  }

  private func add(_ token: String, to sum: inout NumberSum) -> Bool {
    if let word = words.numerals[token] { return sum.add(word) }
    guard let joined, let value = joined.value(of: token) else { return false }
    return sum.add(value < 1000 ? .addend(value) : .ordinal(value))
  }

  /// `XIXe`.
  private func romanOrdinal(_ token: String) -> Double? {
    for ending in words.romanEndings where token.hasSuffix(ending) {
      let letters = token.dropLast(ending.count)
      if letters.count >= 2, let value = RomanNumeral.value(of: letters) { return value }
    }
    return nil
  }
}

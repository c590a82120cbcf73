/// A token that begins with a digit: its number, and what follows the digits.
struct DigitText {
  let value: Double
  /// Letters after the digits: `km` of `20km`, `th` of `20th`.
  let suffix: Substring
  /// Whether it is digits alone, no mark between them.
  let isPlain: Bool
  /// How many characters the number has.
  let length: Int

  static func begins(_ token: String) -> Bool {
    token.utf8.first.map { (0x30...0x39).contains($0) } ?? false
  }

  /// `nil` when the token does not begin with a digit, or is no number (an address, a version).
  init?(_ token: String, _ words: ValueWords) {
    guard Self.begins(token) else { return nil }
    let isMark = { (scalar: Unicode.Scalar) in
      scalar == words.decimal || words.groupers.contains(scalar) || scalar == "." || scalar == ","
    }
    let number = token.unicodeScalars.prefix {
      (0x30...0x39).contains($0.value) || isMark($0)
    }
    suffix = Substring(token.unicodeScalars[number.endIndex...])
    guard suffix.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic }) else { return nil }
    length = number.count
    isPlain = number.allSatisfy { (0x30...0x39).contains($0.value) }
    guard let value = isPlain ? Double(String(number)) : Self.marked(number, words)
    else { return nil }
    self.value = value
  }

  private static func marked(_ number: Substring.UnicodeScalarView, _ words: ValueWords) -> Double?
  {
    var text = String(String.UnicodeScalarView(number.filter { !words.groupers.contains($0) }))
    // A grouper before other than three digits was the other language's decimal mark.
    if let mark = number.lastIndex(where: words.groupers.contains),
      number[mark...].count != 4, !number.contains(words.decimal)
    {
      text = String(number).replacing(",", with: ".")
    } else {
      text = text.replacing(String(words.decimal), with: ".")
    }
    while text.hasSuffix(".") { text.removeLast() }
    return Double(text)
  }

  /// A whole number within those, its suffix one of an ordinal; for days.
  func ordinal(in range: ClosedRange<Int>) -> Int? {
    guard isPlain, length <= 2, ["", "st", "nd", "rd", "th", "er"].contains(String(suffix)),
      let day = Int(exactly: value), range.contains(day)
    else { return nil }
    return day
  }
}

/// Numbers in Roman letters, as centuries and monarchs are counted.
enum RomanNumeral {
  private static let letters: [Character: Int] = ["i": 1, "v": 5, "x": 10, "l": 50, "c": 100]

  /// The value of a case-folded Roman number below 400; `nil` when it is none.
  static func value(of text: some StringProtocol) -> Double? {
    var (sum, next) = (0, 0)
    for letter in text.reversed() {
      guard let value = letters[letter] else { return nil }
      sum += value < next ? -value : value
      next = max(next, value)
    }
    return sum > 0 ? Double(sum) : nil
  }
}

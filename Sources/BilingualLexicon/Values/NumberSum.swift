/// A number as it grows word by word: `two hundred and fifty thousand`.
struct NumberSum {
  private var total: Double = 0
  /// What the next scale multiplies.
  private var current: Double = 0
  /// The last scale of a thousand or more.
  private var lastScale = Double.infinity
  private var isEmpty = true
  private var isClosed = false
  private let countsInScores: Bool

  init(countsInScores: Bool) {
    self.countsInScores = countsInScores
  }

  /// `nil` before the first word, and while a fraction waits for its scale.
  var value: Double? { isEmpty || isFraction ? nil : total + current }
  private var isFraction = false

  /// Begins with digits, which only scales may follow.
  init(digits: Double) {
    self.init(countsInScores: false)
    (current, isEmpty, hasDigits) = (digits, false, true)
  }
  private var hasDigits = false

  /// Takes a further word; false, and nothing changed, when it does not continue this number.
  ///
  /// - Parameter unitsFirst: Whether tens may follow units, as within `zweiundzwanzig`.
  mutating func add(_ word: ValueWords.Numeral, unitsFirst: Bool = false) -> Bool {
    if isClosed { return false }
    switch word {
    case .addend(let number):
      guard !hasDigits, !isFraction, add(number, unitsFirst: unitsFirst) else { return false }
    case .ordinal(let number):
      guard !hasDigits, !isFraction, add(number, unitsFirst: unitsFirst) else { return false }
      isClosed = true
    case .scale(let scale, let standsAlone):
      guard multiply(by: scale, standsAlone: standsAlone) else { return false }
    case .fraction(let fraction):
      guard isEmpty else { return false }
      (current, isFraction) = (fraction, fraction < 1)
    }
    isEmpty = false
    return true
  }

  private mutating func add(_ number: Double, unitsFirst: Bool) -> Bool {
    let rest = current.truncatingRemainder(dividingBy: 100)
    if current == 0 {
      guard isEmpty || total > 0 && number < lastScale && number > 0 else { return false }
    } else if countsInScores, number == 20, rest == 4 {
      current += 80 - 4
      return true
    } else if rest == 0 {
      guard number > 0, number < 100 else { return false }
    } else if unitsFirst, rest < 10, number >= 20, number.truncatingRemainder(dividingBy: 10) == 0 {
    } else if countsInScores, rest == 60 || rest == 80 {
      guard number > 0, number < 20 else { return false }
    } else {
      guard rest >= 20, rest.truncatingRemainder(dividingBy: 10) == 0, number > 0, number < 10
      else { return false }
    }
    current += number
    return true
  }

  private mutating func multiply(by scale: Double, standsAlone: Bool) -> Bool {
    guard standsAlone || !isEmpty else { return false }
    if scale < 1000 {
      guard current < scale else { return false }
      current = (current == 0 ? 1 : current) * scale
    } else if current == 0, total > 0 {
      // A hundred thousand million.
      total *= scale
    } else {
      guard scale < lastScale else { return false }
      total += (current == 0 ? 1 : current) * scale
      (current, lastScale) = (0, scale)
    }
    isFraction = false
    return true
  }
}

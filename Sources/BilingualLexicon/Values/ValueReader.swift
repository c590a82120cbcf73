internal import BitextModel

/// Reads numbers, dates and times by value, however a language writes them: `1,5 Milliarden` and
/// `1.5 billion`, `24. November` and `Nov. 24`, `14.30 Uhr` and `2:30 p.m.`.
struct ValueReader: Sendable {
  /// A value and the tokens that tell it.
  struct Reading: Hashable {
    let value: Value
    let tokens: Range<Int>
  }

  let words: ValueWords
  private let dates: DateReader
  private let clock: ClockReader
  private let numbers: NumberReader
  /// Whether a value may begin with a token, by tokens met: of most words, that none does.
  private var beginnings: [String: Bool] = [:]

  init(language: LanguageTag) {
    words = ValueWords.of(language)
    dates = DateReader(words: words)
    clock = ClockReader(words: words)
    numbers = NumberReader(words)
  }

  /// The values among the case-folded tokens of a segment, in order, the longest at each place.
  mutating func readings(in tokens: [String]) -> [Reading] {
    var (readings, index): ([Reading], Int) = ([], 0)
    while index < tokens.count {
      if mayBegin(tokens[index]),
        let reading = dates.reading(tokens, at: index) ?? clock.reading(tokens, at: index)
          ?? numbers.reading(tokens, at: index)
      {
        readings.append(reading)
        index = reading.tokens.upperBound
      } else {
        index += 1
      }
    }
    return readings
  }

  private mutating func mayBegin(_ token: String) -> Bool {
    if let known = beginnings[token] { return known }
    let isBeginning =
      dates.mayBegin(token) || clock.mayBegin(token) || numbers.mayBegin(token)
    beginnings[token] = isBeginning
    return isBeginning
  }
}

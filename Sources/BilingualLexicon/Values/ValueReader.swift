internal import BitextModel
internal import Foundation
internal import UnicodeText

/// Reads numbers, dates and times by value, however a language writes them: `1,5 Milliarden` and
/// `1.5 billion`, `24. November` and `Nov. 24`, `14.30 Uhr` and `2:30 p.m.`.
struct ValueReader: Sendable {
  /// A value and the tokens that tell it.
  struct Reading: Hashable {
    let value: Value
    let tokens: Range<Int>
  }

  private let words: ValueWords

  init(language: LanguageTag) {
    words = ValueWords.of(language)
  }

  /// The values among the case-folded tokens of a segment, in order, the longest at each place.
  func readings(in tokens: [String]) -> [Reading] {
    var (readings, index): ([Reading], Int) = ([], 0)
    while index < tokens.count {
      if let reading = date(tokens, at: index) ?? time(tokens, at: index)
        ?? number(tokens, at: index)
      {
        readings.append(reading)
        index = reading.tokens.upperBound
      } else {
        index += 1
      }
    }
    return readings
  }

  // MARK: Dates and times

  /// `24. November`, `24 November`, `November 24`, `Nov. 24th`.
  private func date(_ tokens: [String], at start: Int) -> Reading? {
    var at = start
    if let day = day(tokens[at]) {
      at += 1
      skip(["."], tokens, &at)
      guard at < tokens.count, let month = words.months[tokens[at]] else { return nil }
      at += 1
      return Reading(value: .date(month: month, day: day), tokens: start..<at)
    }
    guard let month = words.months[tokens[at]] else { return nil }
    at += 1
    skip(["."], tokens, &at)
    guard words.dayFollowsMonth, at < tokens.count, let day = day(tokens[at]) else { return nil }
    return Reading(value: .date(month: month, day: day), tokens: start..<at + 1)
  }

  private func day(_ token: String) -> Int? {
    let digits = token.prefix(while: { $0.isASCII && $0.isNumber })
    guard (1...2).contains(digits.count), let day = Int(digits), (1...31).contains(day),
      ["", "st", "nd", "rd", "th"].contains(String(token.dropFirst(digits.count)))
    else { return nil }
    return day
  }

  /// `14.30 Uhr`, `14 Uhr`, `2:30 p.m.`, `2 pm`.
  private func time(_ tokens: [String], at start: Int) -> Reading? {
    var (at, minute): (Int, Int) = (start + 1, 0)
    let parts = tokens[start].split(separator: ".")
    guard let first = parts.first, parts.count <= 2, var hour = Int(first), (0...24).contains(hour)
    else { return nil }
    if parts.count == 2 {
      guard parts[1].count == 2, let given = Int(parts[1]), given < 60 else { return nil }
      minute = given
    } else if at + 1 < tokens.count, tokens[at] == ":", tokens[at + 1].count == 2,
      let given = Int(tokens[at + 1]), given < 60
    {
      minute = given
      at += 2
    }
    guard at < tokens.count, let half = words.clock[tokens[at]] else { return nil }
    at += 1
    if half == .afternoon, hour < 12 { hour += 12 }
    if half == .morning, hour == 12 { hour = 0 }
    return Reading(value: .time(minutes: hour * 60 + minute), tokens: start..<at)
  }

  // MARK: Numbers

  /// Digits or a number word, with the words that scale it: `700.000`, `drei`, `61 billion`.
  private func number(_ tokens: [String], at start: Int) -> Reading? {
    guard var number = digits(tokens[start]) ?? words.numerals[tokens[start]] else {
      return nil
    }
    var at = start + 1
    while at < tokens.count {
      var scaleAt = at
      skip(["-"], tokens, &scaleAt)
      guard scaleAt < tokens.count, let scale = words.scales[tokens[scaleAt]] else { break }
      number *= scale
      at = scaleAt + 1
    }
    return Reading(value: .number(number), tokens: start..<at)
  }

  private func digits(_ token: String) -> Double? {
    guard let first = token.utf8.first, (0x30...0x39).contains(first) else { return nil }
    let kept = token.unicodeScalars.filter { !words.groupers.contains($0) }
    var text = String(String.UnicodeScalarView(kept))
    // A grouper before other than three digits was the other language's decimal mark.
    if let grouped = token.unicodeScalars.lastIndex(where: words.groupers.contains),
      token.unicodeScalars[grouped...].count != 4, !token.unicodeScalars.contains(words.decimal)
    {
      text = token.replacing(",", with: ".")
    } else {
      text = text.replacing(String(words.decimal), with: ".")
    }
    let ordinal = text.prefix { $0.isNumber || $0 == "." }
    let suffix = text.dropFirst(ordinal.count)
    guard
      suffix.isEmpty
        || ["st", "nd", "rd", "th", "er", "ern", "jährige", "jähriger", "jährigen", "s"].contains(
          String(suffix))
    else { return nil }
    return Double(ordinal)
  }

  private func skip(_ marks: Set<String>, _ tokens: [String], _ at: inout Int) {
    if at < tokens.count, marks.contains(tokens[at]) { at += 1 }
  }
}

/// Reads times of day: `14.30 Uhr`, `2:30 p.m.`, `14h30`, `noon`.
struct ClockReader: Sendable {
  let words: ValueWords

  /// Whether some time begins with the token.
  func mayBegin(_ token: String) -> Bool {
    words.namedHours[token] != nil || DigitText.begins(token)
  }

  func reading(_ tokens: [String], at start: Int) -> ValueReader.Reading? {
    if let minutes = words.namedHours[tokens[start]] {
      return ValueReader.Reading(value: .time(minutes: minutes), tokens: start..<start + 1)
    }
    guard DigitText.begins(tokens[start]),
      var (hour, minute, suffix) = face(tokens[start])
    else { return nil }
    var at = start + 1
    var isColon = false
    if minute == nil, suffix.isEmpty, at + 1 < tokens.count, tokens[at] == ":",
      let given = Self.minute(tokens[at + 1].prefix(2)), tokens[at + 1].utf8.count >= 2
    {
      let rest = tokens[at + 1].dropFirst(2)
      guard rest.isEmpty || words.clock[String(rest)] != nil else { return nil }
      (minute, suffix, isColon) = (given, rest, true)
      at += 2
    }
    var half = words.clock[String(suffix)]
    if half == nil, at < tokens.count, let found = words.clock[tokens[at]] {
      half = found
      at += 1
    }
    guard half != nil || isColon else { return nil }
    // 14 Uhr 30, 14 h 30.
    if half == .either, minute == nil, at < tokens.count, let given = Self.minute(tokens[at][...]) {
      minute = given
      at += 1
    }
    if half == .either || half == nil, at < tokens.count, let found = words.timesOfDay[tokens[at]] {
      half = found
      at += 1
    }
    if half == .afternoon, hour < 12 { hour += 12 }
    if half == .morning, hour == 12 { hour = 0 }
    return ValueReader.Reading(
      value: .time(minutes: (hour * 60 + (minute ?? 0)) % (24 * 60)), tokens: start..<at)
  }

  /// `14`, `14.30`, `2.30pm`, `14h30`: hour, minute and the letters that follow.
  private func face(_ token: String) -> (hour: Int, minute: Int?, suffix: Substring)? {
    let digits = token.prefix { $0.isASCII && $0.isNumber }
    guard digits.utf8.count <= 2, let hour = Int(digits), hour <= 24 else { return nil }
    var rest = token[digits.endIndex...]
    if rest.isEmpty { return (hour, nil, rest) }
    if rest.first == "." || rest.first == "h" && words.clock["h"] != nil {
      let mark = rest.removeFirst()
      if rest.isEmpty { return (hour, nil, mark == "h" ? "h" : "") }
      guard let minute = Self.minute(rest.prefix(2)) else { return nil }
      rest = rest.dropFirst(2)
      guard rest.isEmpty || words.clock[String(rest)] != nil else { return nil }
      return (hour, minute, mark == "h" ? "h" : rest)
    }
    return words.clock[String(rest)] == nil ? nil : (hour, nil, rest)
  }

  private static func minute(_ text: Substring) -> Int? {
    guard text.utf8.count == 2, let minute = Int(text), (0..<60).contains(minute) else {
      return nil
    }
    return minute
  }
}

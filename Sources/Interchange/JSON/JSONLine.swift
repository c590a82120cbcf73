/// Writes one JSON object on one line, its members in the order in which they are added.
struct JSONLine {
  private var text = "{"

  init() {}

  /// The object so far.
  var line: String { text + "}" }

  mutating func add(_ name: String, _ value: String) {
    addName(name)
    text += Self.quoted(value)
  }

  mutating func add(_ name: String, _ value: Int) {
    addName(name)
    text += String(value)
  }

  /// A number with at most four decimals.
  mutating func add(_ name: String, _ value: Double) {
    addName(name)
    text += Decimal.text(value)
  }

  mutating func add(_ name: String, _ values: [Int]) {
    addName(name)
    text += "[" + values.map(String.init).joined(separator: ",") + "]"
  }

  mutating func add(_ name: String, _ values: [String]) {
    addName(name)
    text += "[" + values.map(Self.quoted).joined(separator: ",") + "]"
  }

  mutating func add(_ name: String, _ object: JSONLine) {
    addName(name)
    text += object.line
  }

  mutating func add(_ name: String, _ objects: [JSONLine]) {
    addName(name)
    text += "[" + objects.map(\.line).joined(separator: ",") + "]"
  }

  /// A value that is JSON already.
  mutating func add(_ name: String, literal: String) {
    addName(name)
    text += literal
  }

  mutating func addNull(_ name: String) {
    addName(name)
    text += "null"
  }

  private mutating func addName(_ name: String) {
    if text.utf8.count > 1 { text += "," }
    text += Self.quoted(name) + ":"
  }

  /// The string in quotes; only what RFC 8259 section 7 demands is escaped, and U+2028 and U+2029,
  /// which some programs take for the end of a line.
  static func quoted(_ string: String) -> String {
    var result = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\0"..<" ", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// Numbers as the project's files write them.
enum Decimal {
  /// The number that `text` writes.
  static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

  /// At most four decimals, none that are zero: `0.93`, `1`, `-2.5`.
  static func text(_ value: Double) -> String {
    let scaled = (value * 10_000).rounded()
    guard let tenThousandths = Int(exactly: scaled) else { return value.description }
    let (whole, rest) = tenThousandths.magnitude.quotientAndRemainder(dividingBy: 10_000)
    var text = (tenThousandths < 0 ? "-" : "") + String(whole)
    if rest > 0 {
      let digits = String(rest)
      text += "." + String(repeating: "0", count: 4 - digits.count) + digits
      while text.last == "0" { text.removeLast() }
    }
    return text
  }
}

/// What a request asks for: a path in parts, each decoded by itself, so that an encoded slash stays in
/// its part, and a query.
struct RequestTarget: Sendable {
  let parts: [String]
  let query: [(name: String, value: String)]

  /// - Parameter text: As the request line has it: `/v1/lookup?q=a%20b`.
  init(_ text: String) throws(Problem) {
    // In bytes: what delimits an address is ASCII, and characters take longer to find.
    let target = text.utf8.prefix { $0 != UInt8(ascii: "#") }
    let sides = target.split(
      separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = sides.first, path.first == UInt8(ascii: "/") else {
      throw Problem(.badRequest, "The path has to begin with a slash.")
    }
    var parts: [String] = []
    let escaped = path.dropFirst().split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for part in escaped { parts.append(try Self.decoded(part, isQuery: false)) }
    self.parts = parts
    query = sides.count > 1 ? try Self.items(sides[1]) : []
  }

  /// The names and values of a query or a form (WHATWG URL, application/x-www-form-urlencoded).
  static func items(_ text: String) throws(Problem) -> [(name: String, value: String)] {
    try items(text[...].utf8)
  }

  private static func items(
    _ text: Substring.UTF8View
  ) throws(Problem) -> [(name: String, value: String)] {
    var items: [(name: String, value: String)] = []
    for item in text.split(separator: UInt8(ascii: "&")) {
      let sides = item.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let value = sides.count > 1 ? try decoded(sides[1], isQuery: true) : ""
      items.append((try decoded(sides[0], isQuery: true), value))
    }
    return items
  }

  /// A value of a query, with everything escaped but letters and digits of ASCII.
  static func escaped(_ text: String) -> String {
    text.utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      let digits = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(scalar) : "%" + (digits.count < 2 ? "0" : "") + digits
    }.joined()
  }

  private static func decoded(
    _ text: Substring.UTF8View, isQuery: Bool
  ) throws(Problem) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var rest = text
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(Self.digit),
          let low = rest.popFirst().flatMap(Self.digit)
        else {
          throw Problem(.badRequest, "After a per cent sign two hexadecimal digits have to come.")
        }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where isQuery: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    guard let decoded = String(validating: bytes, as: UTF8.self) else {
      throw Problem(.badRequest, "The address is not UTF-8.")
    }
    guard !bytes.contains(0) else {
      throw Problem(.badRequest, "The address holds a character that no text has.")
    }
    return decoded
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

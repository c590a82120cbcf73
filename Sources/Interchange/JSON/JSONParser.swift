/// Reads one JSON text (RFC 8259), strictly.
struct JSONParser {
  /// Why a text is no JSON, and where.
  struct Fault: Error, Sendable, Hashable {
    let cause: String
    /// One-based, in UTF-8 bytes.
    let column: Int
  }

  /// How deep values may nest; the records of this project need three.
  private static let maximumDepth = 64

  private let bytes: [UInt8]
  private var at = 0

  static func value(of text: some StringProtocol) throws(Fault) -> JSONValue {
    var parser = JSONParser(bytes: Array(text.utf8))
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.at == parser.bytes.count else { throw parser.fault("text after the value") }
    return value
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  private func fault(_ cause: String) -> Fault { Fault(cause: cause, column: at + 1) }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || (0x09...0x0A).contains(byte) || byte == 0x0D { at += 1 }
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(Fault) {
    skipSpace()
    guard next == UInt8(ascii: character) else { throw fault("“\(character)” is missing") }
    at += 1
  }

  /// Whether the next character is `character`, which is then behind.
  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  private mutating func value(depth: Int) throws(Fault) -> JSONValue {
    guard depth < Self.maximumDepth else { throw fault("values nest too deep") }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return .object(try object(depth: depth))
    case UInt8(ascii: "["): return .array(try array(depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case nil: throw fault("the text ends where a value should stand")
    default: return .number(try number())
    }
  }

  private mutating func object(depth: Int) throws(Fault) -> JSONObject {
    try expect("{")
    if skip("}") { return JSONObject(members: []) }
    var members: [JSONObject.Member] = []
    repeat {
      skipSpace()
      let start = at
      let name = try string()
      guard !members.contains(where: { $0.name == name }) else {
        throw Fault(cause: "“\(name)” stands twice", column: start + 1)
      }
      try expect(":")
      members.append(JSONObject.Member(name: name, value: try value(depth: depth + 1)))
    } while skip(",")
    try expect("}")
    return JSONObject(members: members)
  }

  private mutating func array(depth: Int) throws(Fault) -> [JSONValue] {
    try expect("[")
    if skip("]") { return [] }
    var elements: [JSONValue] = []
    repeat { elements.append(try value(depth: depth + 1)) } while skip(",")
    try expect("]")
    return elements
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Fault) -> JSONValue {
    let count = word.utf8CodeUnitCount
    let expected = UnsafeBufferPointer(start: word.utf8Start, count: count)
    guard bytes[at...].starts(with: expected) else { throw fault("no JSON value") }
    at += count
    return value
  }

  private mutating func number() throws(Fault) -> Double {
    let start = at
    while let byte = next, Self.isOfNumber(byte) { at += 1 }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    // RFC 8259 has neither a leading plus or zero nor a bare point, which Double would take.
    guard let first = digits.first, first.isNumber, digits.last?.isNumber == true,
      first != "0" || digits.count == 1 || digits.dropFirst().first?.isNumber == false,
      !text.contains(".e"), !text.contains(".E"), let value = Double(text), value.isFinite
    else {
      at = start
      throw fault("no JSON value")
    }
    return value
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  private mutating func string() throws(Fault) -> String {
    try expect("\"")
    var text: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        at += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text.append(contentsOf: String(try escape()).utf8)
      case 0..<0x20:
        throw fault("a control character inside a string")
      default:
        text.append(byte)
        at += 1
      }
    }
    throw fault("a string without its end")
  }

  private mutating func escape() throws(Fault) -> Unicode.Scalar {
    at += 1
    let letter = next
    at += 1
    switch letter {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "u"): return try codePoint()
    default:
      at = min(at, bytes.count) - 1
      throw fault("an unknown escape")
    }
  }

  private mutating func codePoint() throws(Fault) -> Unicode.Scalar {
    let high = try hexadecimal()
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard (0xD800..<0xDC00).contains(high), bytes[at...].starts(with: "\\u".utf8) else {
      throw fault("half a surrogate pair")
    }
    at += 2
    let low = try hexadecimal()
    guard (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    else { throw fault("half a surrogate pair") }
    return scalar
  }

  private mutating func hexadecimal() throws(Fault) -> UInt32 {
    let digits = bytes[at...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw fault("\\u without four digits") }
    at += 4
    return value
  }
}

/// Writes JSON as UTF-8 on one line, the members of an object in the order in which they are added.
///
/// With members in the order of their names it is the text that `JSONEncoder` makes with sorted keys
/// and unescaped slashes, some ten times as fast.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// The text of a value, as UTF-8.
  package static func bytes(_ value: some JSONWritable) -> [UInt8] {
    var writer = JSONWriter()
    value.write(to: &writer)
    return writer.bytes
  }

  package static func text(_ value: some JSONWritable) -> String {
    String(decoding: bytes(value), as: UTF8.self)
  }

  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    bytes.append(UInt8(ascii: "{"))
    members(&self)
    bytes.append(UInt8(ascii: "}"))
  }

  /// A member of the object that has been begun; none for `nil`.
  package mutating func add(_ name: StaticString, _ value: (some JSONWritable)?) {
    guard let value else { return }
    if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    value.write(to: &self)
  }

  package mutating func list(_ elements: some Sequence<some JSONWritable>) {
    bytes.append(UInt8(ascii: "["))
    var isFirst = true
    for element in elements {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      element.write(to: &self)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// What is JSON as it stands.
  fileprivate mutating func literal(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Only what RFC 8259 section 7 demands is escaped.
  fileprivate mutating func string(_ text: String) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { utf8 in
      var start = 0
      for (place, byte) in utf8.enumerated()
      where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<place]))
        escape(byte)
        start = place + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x08: literal("\\b")
    case 0x09: literal("\\t")
    case 0x0A: literal("\\n")
    case 0x0C: literal("\\f")
    case 0x0D: literal("\\r")
    case ..<0x20: literal((byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16))
    default:
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    }
  }
}

/// A value that has a form in JSON.
package protocol JSONWritable {
  func write(to json: inout JSONWriter)
}

extension String: JSONWritable {
  package func write(to json: inout JSONWriter) { json.string(self) }
}

extension Int: JSONWritable {
  package func write(to json: inout JSONWriter) { json.literal(String(self)) }
}

extension Int64: JSONWritable {
  package func write(to json: inout JSONWriter) { json.literal(String(self)) }
}

extension Bool: JSONWritable {
  package func write(to json: inout JSONWriter) { json.literal(self ? "true" : "false") }
}

/// The shortest digits that read as the same number; what is no number is null.
extension Double: JSONWritable {
  package func write(to json: inout JSONWriter) {
    let digits = description
    json.literal(!isFinite ? "null" : digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits)
  }
}

/// `[start,end]`
extension Range<Int>: JSONWritable {
  package func write(to json: inout JSONWriter) { json.list([lowerBound, upperBound]) }
}

extension Array: JSONWritable where Element: JSONWritable {
  package func write(to json: inout JSONWriter) { json.list(self) }
}

extension LanguageTag: JSONWritable {
  package func write(to json: inout JSONWriter) { json.string(description) }
}

/// What stands for a raw value is written as that.
extension RawRepresentable where RawValue: JSONWritable {
  package func write(to json: inout JSONWriter) { rawValue.write(to: &json) }
}

internal import CICU

/// A regular expression of ICU over UTF-8 text, without a UTF-16 copy.
///
/// A unique owner, like `BoundaryIterator`. Offsets are UTF-8 bytes at boundaries of characters.
public struct RegularExpression: ~Copyable, @unchecked Sendable {
  private let handle: OpaquePointer

  /// - Throws: `ICUFailure` when ICU cannot compile the pattern.
  public init(_ pattern: String) throws(ICUFailure) {
    var pattern = pattern
    var code: Int32 = 0
    let opened = pattern.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { chars in
        chars.baseAddress.map { cicu_regex_open($0, Int64(chars.count), &code) }
          ?? cicu_regex_open("", 0, &code)
      }
    }
    guard let opened else {
      throw ICUFailure(code: code, operation: "compile “\(pattern)”: \(Self.name(of: code))")
    }
    handle = opened
  }

  deinit { cicu_regex_close(handle) }

  /// Whether the whole text is a match.
  public borrowing func matches(_ text: String) throws(ICUFailure) -> Bool {
    var text = text
    var code: Int32 = 0
    let result = text.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { chars in
        code = setText(chars)
        return code == 0 && cicu_regex_matches(handle, &code)
      }
    }
    try Self.check(code)
    return result
  }

  /// Points the expression at a text, which must live as long as it is searched.
  public borrowing func setText(_ utf8: UnsafeBufferPointer<UInt8>) throws(ICUFailure) {
    try Self.check(utf8.withMemoryRebound(to: CChar.self) { setText($0) })
  }

  /// The start of the first match in the text at or after an offset; `nil` when there is none.
  public borrowing func firstMatch(from start: Int) throws(ICUFailure) -> Int? {
    var code: Int32 = 0
    let found = cicu_regex_find(handle, Int64(start), &code)
    try Self.check(code)
    return found < 0 ? nil : Int(found)
  }

  /// Whether a match starts at an offset. Look-behind sees what is before it.
  public borrowing func matches(at offset: Int) throws(ICUFailure) -> Bool {
    var code: Int32 = 0
    let result = cicu_regex_looking_at(handle, Int64(offset), &code)
    try Self.check(code)
    return result
  }

  /// Whether there is a match in a part of the text, whose ends count as ends of the text.
  public borrowing func hasMatch(in range: Range<Int>) throws(ICUFailure) -> Bool {
    var code: Int32 = 0
    let result = cicu_regex_find_within(
      handle, Int64(range.lowerBound), Int64(range.upperBound), &code)
    try Self.check(code)
    return result
  }

  /// An empty buffer has no address, and ICU wants one.
  private borrowing func setText(_ chars: UnsafeBufferPointer<CChar>) -> Int32 {
    chars.baseAddress.map { cicu_regex_set_text(handle, $0, Int64(chars.count)) }
      ?? "".withCString { cicu_regex_set_text(handle, $0, 0) }
  }

  private static func check(_ code: Int32) throws(ICUFailure) {
    guard code != 0 else { return }
    throw ICUFailure(code: code, operation: "match: \(name(of: code))")
  }

  private static func name(of code: Int32) -> String { String(cString: cicu_error_name(code)) }
}

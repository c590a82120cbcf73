internal import CXML

/// Bytes in whatever encoding a file has, handed on as UTF-8.
struct EncodedInput {
  /// Fills a buffer and says with how many bytes; 0 at the end.
  typealias Source = (UnsafeMutableRawBufferPointer) throws -> Int

  private let source: Source
  private var raw: [UInt8] = []
  /// What the source fills.
  private var chunk = [UInt8](repeating: 0, count: Self.chunkSize)
  private var transcoder: Transcoder?
  private(set) var isAtEnd = false
  /// How many characters became U+FFFD since this was last asked.
  private var lost = 0

  static let chunkSize = 64 << 10

  init(_ source: @escaping Source) {
    self.source = source
  }

  /// What was found out about the encoding at the start of the file.
  struct Encoding {
    /// The name for the converter; `nil` for UTF-8.
    var name: String?
    /// Bytes in a code unit.
    var unit = 1
    /// Bytes to leave out at the start: a byte-order mark.
    var mark = 0
    /// What the declaration says, when that is not so.
    var falselyDeclared: String?
  }

  /// Reads the first bytes and decides the encoding by mark, by pattern, and by declaration, in this
  /// order (XML 1.0, appendix F).
  ///
  /// - Parameter named: An encoding that somebody else knows of.
  mutating func open(named: String? = nil) throws(TMX.ParseError) -> Encoding {
    while raw.count < 4096, !isAtEnd { try fill() }
    var encoding = Self.encoding(of: raw)
    if let named { encoding = Encoding(name: named) }
    raw.removeFirst(encoding.mark)
    guard let name = encoding.name else { return encoding }
    transcoder = Transcoder(encoding: name, unit: encoding.unit)
    if transcoder != nil { return encoding }
    // A name of their own that some tools give to UTF-8.
    guard String(validating: raw.prefix(Self.wholeCount(raw)), as: UTF8.self) != nil
    else {
      throw TMX.ParseError(reason: .unknownEncoding(name), line: 1, column: 1)
    }
    return Encoding(falselyDeclared: name)
  }

  /// Appends some more UTF-8 to `bytes`; nothing at the end.
  mutating func read(into bytes: inout [UInt8]) throws(TMX.ParseError) {
    if transcoder == nil {
      if raw.isEmpty, !isAtEnd { return try fill(&bytes) }
      bytes.append(contentsOf: raw)
      raw = []
      return
    }
    if raw.isEmpty, !isAtEnd { try fill() }
    // Halves of characters stay until the rest is there; at the end they are lost.
    let before = bytes.count
    let consumed = transcoder?.convert(raw, into: &bytes, lost: &lost) ?? raw.count
    raw.removeFirst(consumed)
    if bytes.count > before { return }
    if isAtEnd {
      if !raw.isEmpty {
        lost += 1
        raw.removeAll()
        bytes.append(contentsOf: "\u{FFFD}".utf8)
      }
    } else {
      try fill()
      try read(into: &bytes)
    }
  }

  /// How many bytes there are without a character that is cut off at their end.
  private static func wholeCount(_ bytes: [UInt8]) -> Int {
    let last = bytes.lastIndex { $0 & 0b1100_0000 != 0b1000_0000 } ?? 0
    return bytes.indices.contains(last) && bytes[last] >= 0x80 ? last : bytes.count
  }

  mutating func takeLost() -> Int {
    defer { lost = 0 }
    return lost
  }

  private mutating func fill() throws(TMX.ParseError) {
    var raw = raw
    self.raw = []
    defer { self.raw = raw }
    try fill(&raw)
  }

  private mutating func fill(_ bytes: inout [UInt8]) throws(TMX.ParseError) {
    do {
      let count = try chunk.withUnsafeMutableBytes { try source($0) }
      if count == 0 { isAtEnd = true }
      bytes.append(contentsOf: chunk[..<count])
    } catch let error as TMX.ParseError {
      throw error
    } catch {
      throw TMX.ParseError(reason: .unreadable("\(error)"), line: 0, column: 0)
    }
  }

  static func encoding(of bytes: [UInt8]) -> Encoding {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return byDeclaration(bytes.dropFirst(3), Encoding(mark: 3))
    }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) {
      return Encoding(name: "UTF-32LE", unit: 4, mark: 4)
    }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      return Encoding(name: "UTF-32BE", unit: 4, mark: 4)
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return Encoding(name: "UTF-16LE", unit: 2, mark: 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return Encoding(name: "UTF-16BE", unit: 2, mark: 2) }
    if bytes.count >= 4, bytes[0] != 0, bytes[1] == 0, bytes[2] != 0, bytes[3] == 0 {
      return Encoding(name: "UTF-16LE", unit: 2)
    }
    if bytes.count >= 4, bytes[0] == 0, bytes[1] != 0, bytes[2] == 0, bytes[3] != 0 {
      return Encoding(name: "UTF-16BE", unit: 2)
    }
    return byDeclaration(bytes[...], Encoding())
  }

  /// Bytes that an ASCII declaration can be read from are in no encoding of wider units.
  private static func byDeclaration(_ bytes: ArraySlice<UInt8>, _ encoding: Encoding) -> Encoding {
    var encoding = encoding
    let head = String(decoding: bytes.prefix(400), as: UTF8.self)
    guard let declaration = head.firstMatch(of: /<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._:-]+)/)
    else { return encoding }
    let name = String(declaration.1)
    switch name.uppercased() {
    case "UTF-8", "UTF8", "US-ASCII", "ASCII": break
    case let wide
    where wide.hasPrefix("UTF-16") || wide.hasPrefix("UTF-32")
      || wide.hasPrefix("UCS") || wide == "UNICODE" || wide.hasPrefix("ISO-10646"):
      encoding.falselyDeclared = name
    default:
      if encoding.mark > 0 { encoding.falselyDeclared = name } else { encoding.name = name }
    }
    return encoding
  }
}

/// Owns a converter to UTF-8.
private final class Transcoder {
  private let handle: OpaquePointer
  private let unit: Int

  init?(encoding: String, unit: Int) {
    guard let opened = cxml_transcoder_open(encoding) else { return nil }
    (handle, self.unit) = (opened, unit)
  }

  deinit { cxml_transcoder_close(handle) }

  /// Appends what is whole and says how many bytes that took.
  func convert(_ raw: [UInt8], into bytes: inout [UInt8], lost: inout Int) -> Int {
    var total = 0
    while total < raw.count {
      // Four bytes of UTF-8 for one of any encoding, and room for at least one character.
      let converted = [UInt8](unsafeUninitializedCapacity: (raw.count - total) * 4 + 16) {
        out, count in
        var consumed = 0
        raw.withUnsafeBufferPointer { raw in
          guard let from = raw.baseAddress, let to = out.baseAddress else { return }
          count = cxml_transcode(
            handle, from + total, raw.count - total, unit, to, out.count, &consumed, &lost)
        }
        total += consumed
        if consumed == 0 { count = 0 }
      }
      guard !converted.isEmpty else { break }
      bytes.append(contentsOf: converted)
    }
    return total
  }
}

internal import BitextModel

/// Reads a unit's record as `JSONWriter` writes it.
///
/// Knows the records' own members, in any order, and gives up on anything else: `JSONDecoder` reads
/// those.
struct RecordReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  private struct Unexpected: Error {}

  /// `nil` for what is no such record.
  static func unit(_ bytes: UnsafeBufferPointer<UInt8>) -> TranslationUnit? {
    var reader = RecordReader(bytes: bytes)
    return try? reader.unit()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  private mutating func unit() throws -> TranslationUnit {
    var unit = TranslationUnit(variants: [])
    try object { reader, key in
      switch key {
      case "variants": unit.variants = try reader.list { try $0.variant() }
      case "link": unit.link = try reader.link()
      case "attributes": unit.attributes = try reader.list { try $0.attribute() }
      case "properties": unit.properties = try reader.list { try $0.property() }
      case "notes": unit.notes = try reader.list { try $0.note() }
      default: throw Unexpected()
      }
    }
    return unit
  }

  private mutating func variant() throws -> Variant {
    var language: LanguageTag?
    var variant: Variant?
    var content: SegmentContent?
    var origin: Origin?
    var attributes: [Attribute] = []
    var properties: [Property] = []
    var notes: [Note] = []
    try object { reader, key in
      switch key {
      case "language": language = try reader.language()
      case "content": content = try reader.content()
      case "origin": origin = try reader.origin()
      case "attributes": attributes = try reader.list { try $0.attribute() }
      case "properties": properties = try reader.list { try $0.property() }
      case "notes": notes = try reader.list { try $0.note() }
      default: throw Unexpected()
      }
    }
    if let language, let content {
      variant = Variant(
        language: language, content: content, origin: origin, attributes: attributes,
        properties: properties, notes: notes)
    }
    guard let variant else { throw Unexpected() }
    return variant
  }

  private mutating func content() throws -> SegmentContent {
    if peek == UInt8(ascii: "\"") { return SegmentContent(try string()) }
    return SegmentContent(
      try list { reader in
        if reader.peek == UInt8(ascii: "\"") { return .text(try reader.string()) }
        var kind: InlineCode.Kind?
        var attributes: [Attribute] = []
        var content: SegmentContent = ""
        try reader.object { reader, key in
          switch key {
          case "kind": kind = InlineCode.Kind(rawValue: try reader.string())
          case "attributes": attributes = try reader.list { try $0.attribute() }
          case "content": content = try reader.content()
          default: throw Unexpected()
          }
        }
        guard let kind else { throw Unexpected() }
        return .code(InlineCode(kind, attributes: attributes, content: content))
      })
  }

  private mutating func link() throws -> TranslationUnit.Link {
    var relation: Bead.Relation?
    var strength: Bead.Strength?
    var status: Bead.Status?
    var confidence: Double?
    var tool: String?
    try object { reader, key in
      switch key {
      case "relation": relation = Bead.Relation(rawValue: try reader.string())
      case "strength": strength = Bead.Strength(rawValue: try reader.string())
      case "status": status = Bead.Status(rawValue: try reader.string())
      case "confidence": confidence = try reader.number()
      case "tool": tool = try reader.string()
      default: throw Unexpected()
      }
    }
    guard let relation, let strength, let status else { throw Unexpected() }
    return TranslationUnit.Link(
      relation: relation, strength: strength, confidence: confidence, status: status, tool: tool)
  }

  private mutating func origin() throws -> Origin {
    var document: String?
    var origin = Origin(document: "", spans: [], segments: [])
    try object { reader, key in
      switch key {
      case "document": document = try reader.string()
      case "sha256": origin.sha256 = try reader.string()
      case "segments": origin.segments = try reader.list { Int(try $0.number()) }
      case "spans":
        origin.spans = try reader.list { reader in
          let ends = try reader.list { Int(try $0.number()) }
          guard ends.count == 2, ends[0] <= ends[1] else { throw Unexpected() }
          return ends[0]..<ends[1]
        }
      default: throw Unexpected()
      }
    }
    guard let document else { throw Unexpected() }
    origin.document = document
    return origin
  }

  private mutating func attribute() throws -> Attribute {
    let members = try strings()
    guard let name = members["name"], let value = members["value"] else { throw Unexpected() }
    return Attribute(name, value)
  }

  private mutating func property() throws -> Property {
    let (members, attributes) = try annotation()
    guard let type = members["type"], let value = members["value"] else { throw Unexpected() }
    return Property(
      type, value, language: members["language"].flatMap(LanguageTag.init), attributes: attributes)
  }

  private mutating func note() throws -> Note {
    let (members, attributes) = try annotation()
    guard let text = members["text"] else { throw Unexpected() }
    return Note(
      text, language: members["language"].flatMap(LanguageTag.init), attributes: attributes)
  }

  private mutating func annotation() throws -> ([String: String], [Attribute]) {
    var members: [String: String] = [:]
    var attributes: [Attribute] = []
    try object { reader, key in
      if key == "attributes" {
        attributes = try reader.list { try $0.attribute() }
      } else {
        members[key] = try reader.string()
      }
    }
    return (members, attributes)
  }

  private mutating func strings() throws -> [String: String] {
    var members: [String: String] = [:]
    try object { reader, key in members[key] = try reader.string() }
    return members
  }

  private mutating func language() throws -> LanguageTag {
    guard let tag = LanguageTag(try string()) else { throw Unexpected() }
    return tag
  }

  // MARK: JSON

  private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    place += 1
    return true
  }

  private mutating func object(
    _ member: (inout RecordReader, String) throws -> Void
  ) throws {
    guard skip(UInt8(ascii: "{")) else { throw Unexpected() }
    if skip(UInt8(ascii: "}")) { return }
    repeat {
      let key = try string()
      guard skip(UInt8(ascii: ":")) else { throw Unexpected() }
      try member(&self, key)
    } while skip(UInt8(ascii: ","))
    guard skip(UInt8(ascii: "}")) else { throw Unexpected() }
  }

  private mutating func list<Element>(
    _ element: (inout RecordReader) throws -> Element
  ) throws -> [Element] {
    guard skip(UInt8(ascii: "[")) else { throw Unexpected() }
    if skip(UInt8(ascii: "]")) { return [] }
    var elements: [Element] = []
    repeat { elements.append(try element(&self)) } while skip(UInt8(ascii: ","))
    guard skip(UInt8(ascii: "]")) else { throw Unexpected() }
    return elements
  }

  private mutating func number() throws -> Double {
    let start = place
    while let byte = peek, "+-.eE0123456789".utf8.contains(byte) { place += 1 }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    guard let number = Double(text) else { throw Unexpected() }
    return number
  }

  private mutating func string() throws -> String {
    guard skip(UInt8(ascii: "\"")) else { throw Unexpected() }
    let start = place
    while let byte = peek, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { place += 1 }
    if skip(UInt8(ascii: "\"")) {
      return String(
        decoding: UnsafeBufferPointer(rebasing: bytes[start..<place - 1]), as: UTF8.self)
    }
    var text = Array(bytes[start..<place])
    while let byte = peek {
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      default: text.append(byte)
      }
    }
    throw Unexpected()
  }

  private mutating func escape(into text: inout [UInt8]) throws {
    guard let byte = peek else { throw Unexpected() }
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "u"):
      guard place + 4 <= bytes.count,
        let value = UInt32(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(value)
      else { throw Unexpected() }
      place += 4
      text.append(contentsOf: Array(String(scalar).utf8))
    default: throw Unexpected()
    }
  }
}

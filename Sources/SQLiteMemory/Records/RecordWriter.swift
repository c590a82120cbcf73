internal import BitextModel

/// Writes a unit's record as JSON: the text that `JSONEncoder` makes of a `UnitRecord` with sorted
/// keys, some ten times as fast.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []

  static func record(_ unit: TranslationUnit) -> String {
    var writer = RecordWriter()
    writer.write(unit)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private mutating func write(_ unit: TranslationUnit) {
    raw("{")
    annotations(unit.attributes, unit.notes, unit.properties) { writer in
      if let link = unit.link {
        writer.key("link")
        writer.write(link)
      }
    }
    key("variants")
    list(unit.variants) { $0.write($1) }
    raw("}")
  }

  private mutating func write(_ variant: Variant) {
    raw("{")
    list("attributes", variant.attributes) { $0.write($1) }
    key("content")
    write(variant.content)
    key("language")
    string(variant.language.description)
    list("notes", variant.notes) { $0.write($1) }
    if let origin = variant.origin {
      key("origin")
      write(origin)
    }
    list("properties", variant.properties) { $0.write($1) }
    raw("}")
  }

  private mutating func annotations(
    _ attributes: [Attribute], _ notes: [Note], _ properties: [Property],
    _ between: (inout RecordWriter) -> Void
  ) {
    list("attributes", attributes) { $0.write($1) }
    between(&self)
    list("notes", notes) { $0.write($1) }
    list("properties", properties) { $0.write($1) }
  }

  private mutating func write(_ link: TranslationUnit.Link) {
    raw("{")
    if let confidence = link.confidence {
      key("confidence")
      raw(confidence.description)
    }
    key("relation")
    string(link.relation.rawValue)
    key("status")
    string(link.status.rawValue)
    key("strength")
    string(link.strength.rawValue)
    if let tool = link.tool {
      key("tool")
      string(tool)
    }
    raw("}")
  }

  private mutating func write(_ origin: Origin) {
    raw("{")
    key("document")
    string(origin.document)
    key("segments")
    list(origin.segments) { $0.raw(String($1)) }
    if let sha256 = origin.sha256 {
      key("sha256")
      string(sha256)
    }
    key("spans")
    list(origin.spans) { $0.raw("[\($1.lowerBound),\($1.upperBound)]") }
    raw("}")
  }

  private mutating func write(_ content: SegmentContent) {
    guard content.hasCodes else { return string(content.text) }
    list(content.parts) { writer, part in
      switch part {
      case .text(let text): writer.string(text)
      case .code(let code):
        writer.raw("{")
        writer.list("attributes", code.attributes) { $0.write($1) }
        if !code.content.parts.isEmpty {
          writer.key("content")
          writer.write(code.content)
        }
        writer.key("kind")
        writer.string(code.kind.rawValue)
        writer.raw("}")
      }
    }
  }

  private mutating func write(_ attribute: Attribute) {
    raw("{")
    key("name")
    string(attribute.name)
    key("value")
    string(attribute.value)
    raw("}")
  }

  private mutating func write(_ note: Note) {
    raw("{")
    list("attributes", note.attributes) { $0.write($1) }
    language(note.language)
    key("text")
    string(note.text)
    raw("}")
  }

  private mutating func write(_ property: Property) {
    raw("{")
    list("attributes", property.attributes) { $0.write($1) }
    language(property.language)
    key("type")
    string(property.type)
    key("value")
    string(property.value)
    raw("}")
  }

  private mutating func language(_ tag: LanguageTag?) {
    guard let tag else { return }
    key("language")
    string(tag.description)
  }

  // MARK: JSON

  private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func key(_ name: String) {
    if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
    raw("\"\(name)\":")
  }

  private mutating func list<Element>(
    _ name: String, _ elements: [Element], _ write: (inout RecordWriter, Element) -> Void
  ) {
    guard !elements.isEmpty else { return }
    key(name)
    list(elements, write)
  }

  private mutating func list<Element>(
    _ elements: [Element], _ write: (inout RecordWriter, Element) -> Void
  ) {
    raw("[")
    for (index, element) in elements.enumerated() {
      if index > 0 { raw(",") }
      write(&self, element)
    }
    raw("]")
  }

  private mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: raw("\\n")
      case 0x0D: raw("\\r")
      case 0x09: raw("\\t")
      case ..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        raw("\\u00")
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

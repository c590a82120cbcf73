internal import BitextModel

/// The properties with which this project's TMX says what the standard has no place for. docs/tmx.md
/// lists them.
enum ProvenanceProperties {
  /// Before the name of an attribute that the DTD does not know.
  static let attributePrefix = "x-attribute-"
  /// Before the index of a code within its segment, a hyphen, and the name of its attribute.
  static let codePrefix = "x-code-"

  /// Before the index of a property or a note among those of its holder, a hyphen, and the name of its
  /// attribute.
  static let propertyPrefix = "x-prop-"
  static let notePrefix = "x-note-"

  // MARK: Writing

  /// What of the attributes of properties and notes the DTD does not know.
  static func misfits(_ properties: [Property], _ notes: [Note]) -> [Property] {
    let list = { (prefix: String, attributes: [[Attribute]]) in
      attributes.enumerated().flatMap { index, attributes in
        misfits(attributes).map { Property("\(prefix)\(index)-\($0.name)", $0.value) }
      }
    }
    let odd = properties.contains { !$0.attributes.isEmpty }
    return (odd ? list(propertyPrefix, properties.map(\.attributes)) : [])
      + list(notePrefix, notes.map(\.attributes))
  }

  /// All but the first `o-encoding`.
  private static func misfits(_ attributes: [Attribute]) -> [Attribute] {
    guard let known = attributes.firstIndex(where: { $0.name == "o-encoding" }) else {
      return attributes
    }
    return Array(attributes[..<known] + attributes[(known + 1)...])
  }

  static func properties(of link: TranslationUnit.Link?) -> [Property] {
    guard let link else { return [] }
    return [
      Property("x-relation", link.relation.rawValue),
      Property("x-strength", link.strength.rawValue),
      link.confidence.map { Property("x-confidence", $0.description) },
      Property("x-status", link.status.rawValue),
      link.tool.map { Property("x-tool", $0) },
    ].compactMap(\.self)
  }

  static func properties(of origin: Origin?) -> [Property] {
    guard let origin else { return [] }
    let spans = origin.spans.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: " ")
    let segments = origin.segments.map(String.init).joined(separator: " ")
    return [
      Property("x-document", origin.document),
      origin.sha256.map { Property("x-sha256", $0) },
      spans.isEmpty ? nil : Property("x-spans", spans),
      segments.isEmpty ? nil : Property("x-segments", segments),
    ].compactMap(\.self)
  }

  // MARK: Reading

  /// Makes the link and the attributes of a unit out of their properties. A property whose value is
  /// not of the form that the writer gives it stays a property.
  static func restore(_ unit: inout TranslationUnit) {
    guard unit.properties.contains(where: { $0.type.hasPrefix("x-") }) else { return }
    restoreAttributes(&unit.attributes, from: &unit.properties)
    defer { restoreAnnotations(&unit.properties, &unit.notes) }
    guard
      let relation = take(
        "x-relation", from: &unit.properties, { Bead.Relation(rawValue: $0) })
    else { return }
    unit.link = TranslationUnit.Link(
      relation: relation,
      strength: take("x-strength", from: &unit.properties) { Bead.Strength(rawValue: $0) } ?? .full,
      confidence: take("x-confidence", from: &unit.properties) { text in
        Double(text).flatMap { (0...1).contains($0) ? $0 : nil }
      },
      status: take("x-status", from: &unit.properties) { Bead.Status(rawValue: $0) } ?? .proposed,
      tool: take("x-tool", from: &unit.properties) { $0 })
  }

  static func restore(_ variant: inout Variant) {
    guard variant.properties.contains(where: { $0.type.hasPrefix("x-") }) else { return }
    restoreAttributes(&variant.attributes, from: &variant.properties)
    restoreCodes(&variant)
    defer { restoreAnnotations(&variant.properties, &variant.notes) }
    guard let document = take("x-document", from: &variant.properties, { $0 }) else { return }
    variant.origin = Origin(
      document: document, sha256: take("x-sha256", from: &variant.properties) { $0 },
      spans: take("x-spans", from: &variant.properties, spans) ?? [],
      segments: take("x-segments", from: &variant.properties) { text in
        numbers(text.split(separator: " "))
      } ?? [])
  }

  /// Removes the first property of a type, if it has no language and a value that `parse` takes.
  private static func take<Value>(
    _ type: String, from properties: inout [Property], _ parse: (String) -> Value?
  ) -> Value? {
    guard let index = properties.firstIndex(where: { $0.type == type && $0.language == nil }),
      let value = parse(properties[index].value)
    else { return nil }
    properties.remove(at: index)
    return value
  }

  private static func restoreAttributes(
    _ attributes: inout [Attribute], from properties: inout [Property]
  ) {
    properties.removeAll { property in
      guard property.type.hasPrefix(attributePrefix), property.language == nil else { return false }
      attributes.append(
        Attribute(String(property.type.dropFirst(attributePrefix.count)), property.value))
      return true
    }
  }

  /// Gives properties and notes their attributes back.
  private static func restoreAnnotations(_ properties: inout [Property], _ notes: inout [Note]) {
    var added: [String: [Int: [Attribute]]] = [:]
    properties.removeAll { property in
      for prefix in [propertyPrefix, notePrefix]
      where property.type.hasPrefix(prefix) && property.language == nil {
        let fields = property.type.dropFirst(prefix.count).split(separator: "-", maxSplits: 1)
        guard fields.count == 2, let index = Int(fields[0]) else { return false }
        added[prefix, default: [:]][index, default: []]
          .append(Attribute(String(fields[1]), property.value))
        return true
      }
      return false
    }
    for (index, attributes) in added[propertyPrefix] ?? [:] where properties.indices ~= index {
      let old = properties[index]
      properties[index] = Property(
        old.type, old.value, language: old.language, attributes: old.attributes + attributes)
    }
    for (index, attributes) in added[notePrefix] ?? [:] where notes.indices ~= index {
      let old = notes[index]
      notes[index] = Note(
        old.text, language: old.language, attributes: old.attributes + attributes)
    }
  }

  private static func restoreCodes(_ variant: inout Variant) {
    var added: [Int: [Attribute]] = [:]
    variant.properties.removeAll { property in
      guard property.type.hasPrefix(codePrefix), property.language == nil else { return false }
      let fields = property.type.dropFirst(codePrefix.count).split(separator: "-", maxSplits: 1)
      guard fields.count == 2, let index = Int(fields[0]) else { return false }
      added[index, default: []].append(Attribute(String(fields[1]), property.value))
      return true
    }
    guard !added.isEmpty else { return }
    var next = 0
    variant.content = adding(added, to: variant.content, next: &next)
  }

  /// The content with attributes added to its codes, which are counted from 0 as they begin.
  private static func adding(
    _ attributes: [Int: [Attribute]], to content: SegmentContent, next: inout Int
  ) -> SegmentContent {
    SegmentContent(
      content.parts.map { part in
        guard case .code(let code) = part else { return part }
        let own = attributes[next] ?? []
        next += 1
        return .code(
          InlineCode(
            code.kind, attributes: code.attributes + own,
            content: adding(attributes, to: code.content, next: &next)))
      })
  }

  private static func spans(_ text: String) -> [Range<Int>]? {
    var spans: [Range<Int>] = []
    for span in text.split(separator: " ") {
      guard let ends = numbers(span.split(separator: "-")), ends.count == 2, ends[0] <= ends[1]
      else {
        return nil
      }
      spans.append(ends[0]..<ends[1])
    }
    return spans
  }

  private static func numbers(_ fields: [Substring]) -> [Int]? {
    let numbers = fields.compactMap { Int($0) }
    return numbers.count == fields.count && numbers.allSatisfy({ $0 >= 0 }) ? numbers : nil
  }
}

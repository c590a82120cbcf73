/// A unit as JSON keeps it, with all that is known of it: the `record` of a memory's unit.
///
/// The text of a content without codes is a string; with codes it is a list of strings and objects.
package struct UnitRecord: Codable, Hashable, Sendable {
  package let variants: [VariantRecord]
  package let link: TranslationUnit.Link?
  package let attributes: [Attribute]?
  package let properties: [Property]?
  package let notes: [Note]?

  package init(_ unit: TranslationUnit) {
    variants = unit.variants.map(VariantRecord.init)
    link = unit.link
    attributes = unit.attributes.nonEmpty
    properties = unit.properties.nonEmpty
    notes = unit.notes.nonEmpty
  }

  package var unit: TranslationUnit {
    TranslationUnit(
      variants: variants.map(\.variant), link: link, attributes: attributes ?? [],
      properties: properties ?? [], notes: notes ?? [])
  }
}

package struct VariantRecord: Codable, Hashable, Sendable {
  let language: LanguageTag
  let content: ContentRecord
  let origin: Origin?
  let attributes: [Attribute]?
  let properties: [Property]?
  let notes: [Note]?

  init(_ variant: Variant) {
    language = variant.language
    content = ContentRecord(variant.content)
    origin = variant.origin
    attributes = variant.attributes.nonEmpty
    properties = variant.properties.nonEmpty
    notes = variant.notes.nonEmpty
  }

  var variant: Variant {
    Variant(
      language: language, content: content.content, origin: origin, attributes: attributes ?? [],
      properties: properties ?? [], notes: notes ?? [])
  }
}

struct ContentRecord: Codable, Hashable, Sendable {
  let content: SegmentContent

  init(_ content: SegmentContent) {
    self.content = content
  }

  init(from decoder: any Decoder) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      content = SegmentContent(text)
    } else {
      let parts = try decoder.singleValueContainer().decode([PartRecord].self)
      content = SegmentContent(parts.map(\.part))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if content.hasCodes {
      try container.encode(content.parts.map(PartRecord.init))
    } else {
      try container.encode(content.text)
    }
  }
}

private struct PartRecord: Codable {
  let part: SegmentContent.Part

  init(_ part: SegmentContent.Part) {
    self.part = part
  }

  init(from decoder: any Decoder) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      part = .text(text)
    } else {
      let code = try decoder.singleValueContainer().decode(CodeRecord.self)
      part = .code(
        InlineCode(
          code.kind, attributes: code.attributes ?? [], content: code.content?.content ?? ""))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch part {
    case .text(let text): try container.encode(text)
    case .code(let code):
      try container.encode(
        CodeRecord(
          kind: code.kind, attributes: code.attributes.nonEmpty,
          content: code.content.parts.isEmpty ? nil : ContentRecord(code.content)))
    }
  }
}

private struct CodeRecord: Codable {
  let kind: InlineCode.Kind
  let attributes: [Attribute]?
  let content: ContentRecord?
}

extension Array {
  var nonEmpty: Self? { isEmpty ? nil : self }
}

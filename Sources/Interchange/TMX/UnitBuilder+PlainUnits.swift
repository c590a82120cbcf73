internal import BitextModel
internal import CXML

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The units that need no mending: made straight from the parser's events, without the states that
/// the general way goes through. A test compares the two.
extension UnitBuilder {
  /// Takes the unit that begins at `index`, which moves behind it. Gives the offset of its end by the
  /// parser's count; `nil`, with nothing done, when it is not whole within the events, or odd.
  mutating func takePlainUnit(
    _ events: borrowing EventParser.Events, _ index: inout Int
  ) -> Int? {
    let start = events[index]
    guard start.kind == CXML_START, events.isName(start, .tu), isBetweenUnits else { return nil }
    var at = index
    var unit = TranslationUnit(variants: [])
    guard let attributes = plainAttributes(events, &at, in: .unit) else { return nil }
    unit.attributes = attributes
    unit.variants.reserveCapacity(2)
    while at < events.count {
      let event = events[at]
      if event.kind == CXML_END {
        guard !unit.variants.isEmpty else { return nil }
        if !unit.properties.isEmpty { ProvenanceProperties.restore(&unit) }
        units.append(unit)
        index = at + 1
        return Int(event.offset)
      }
      guard event.kind == CXML_START else { return nil }
      if events.isName(event, .tuv) {
        guard let variant = plainVariant(events, &at) else { return nil }
        unit.variants.append(variant)
      } else {
        guard plainAnnotation(events, &at, &unit.properties, &unit.notes) else { return nil }
      }
    }
    return nil
  }

  private mutating func plainVariant(
    _ events: borrowing EventParser.Events, _ at: inout Int
  ) -> Variant? {
    guard let attributes = plainAttributes(events, &at, in: .variant), let tag = plainLanguage
    else { return nil }
    var variant = Variant(language: tag, content: "", attributes: attributes)
    var hasSegment = false
    while at < events.count {
      let event = events[at]
      if event.kind == CXML_END {
        at += 1
        guard hasSegment else { return nil }
        if !variant.properties.isEmpty { ProvenanceProperties.restore(&variant) }
        return variant
      }
      guard event.kind == CXML_START else { return nil }
      if events.isName(event, .seg) {
        guard !hasSegment, event.attribute_count == 0, let content = plainContent(events, &at)
        else { return nil }
        variant.content = content
        hasSegment = true
      } else {
        guard plainAnnotation(events, &at, &variant.properties, &variant.notes) else { return nil }
      }
    }
    return nil
  }

  private func plainContent(
    _ events: borrowing EventParser.Events, _ at: inout Int
  ) -> SegmentContent? {
    at += 1
    var text: String?
    if at < events.count, events[at].kind == CXML_TEXT {
      text = events.value(events[at])
      at += 1
    }
    if at < events.count, events[at].kind == CXML_END {
      at += 1
      return SegmentContent(text ?? "")
    }
    var builder = SegmentBuilder()
    if let text { builder.append(text) }
    while at < events.count {
      let event = events[at]
      switch event.kind {
      case CXML_START:
        let attributes = events.attributes(after: &at)
        builder.start(events.label(event), attributes)
      case CXML_END:
        at += 1
        if !builder.end() { return builder.foreign.isEmpty ? builder.content() : nil }
      default:
        builder.append(events.value(event))
        at += 1
      }
    }
    return nil
  }

  /// A property or a note that holds text alone.
  private mutating func plainAnnotation(
    _ events: borrowing EventParser.Events, _ at: inout Int, _ properties: inout [Property],
    _ notes: inout [Note]
  ) -> Bool {
    let start = events[at]
    let isProperty = events.isName(start, .prop)
    guard isProperty || events.isName(start, .note) else { return false }
    at += 1
    var type = ""
    for _ in 0..<start.attribute_count {
      // Languages are rare here, and left to the general way, as all other attributes are.
      guard isProperty, at < events.count, events.isName(events[at], .type) else { return false }
      type = recentValues.text(events.bytes(events[at]), of: Int(TMX.Name.type.rawValue))
      at += 1
    }
    var text = ""
    if at < events.count, events[at].kind == CXML_TEXT {
      text = events.value(events[at])
      at += 1
    }
    guard at < events.count, events[at].kind == CXML_END else { return false }
    at += 1
    if isProperty { properties.append(Property(type, text)) } else { notes.append(Note(text)) }
    return true
  }

  private enum Holder { case unit, variant }

  /// The attributes of a unit or a variant when the DTD knows them all; a variant's language goes to
  /// `plainLanguage`.
  private mutating func plainAttributes(
    _ events: borrowing EventParser.Events, _ at: inout Int, in holder: Holder
  ) -> [Attribute]? {
    let count = Int(events[at].attribute_count)
    at += 1
    plainLanguage = nil
    guard at + count <= events.count else { return nil }
    var attributes: [Attribute] = []
    let allowed = holder == .unit ? TMX.Allowed.unitNames : TMX.Allowed.variantNames
    for event in at..<at + count {
      let event = events[event]
      guard event.name >= 0 else { return nil }
      let index = Int(event.name)
      if holder == .variant, events.isName(event, .xmlLang) {
        plainLanguage = language(events.value(event))
        continue
      }
      guard allowed[index] else { return nil }
      if attributes.isEmpty { attributes.reserveCapacity(count) }
      let value = recentValues.text(events.bytes(event), of: index)
      attributes.append(Attribute(TMX.Name.texts[index], value))
    }
    at += count
    return attributes
  }
}

/// The last value of each attribute: dates and names of people come again and again.
struct RecentValues {
  private var texts = [String](repeating: "", count: TMX.Name.all.count)

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, of index: Int) -> String {
    // Shorter strings are not on the heap.
    if bytes.count < 16 { return String(decoding: bytes, as: UTF8.self) }
    let isSame = texts[index].utf8.withContiguousStorageIfAvailable { known in
      guard let a = known.baseAddress, let b = bytes.baseAddress else { return false }
      return known.count == bytes.count && memcmp(a, b, bytes.count) == 0
    }
    if isSame != true { texts[index] = String(decoding: bytes, as: UTF8.self) }
    return texts[index]
  }
}

internal import BitextModel

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Makes the units that need no mending straight from the bytes, so that the parser need not see them.
///
/// Of a unit it takes only what leaves no doubt: the elements and attributes that the DTD has where it
/// has them, text, the references that XML itself declares. Anything else (comments, character data,
/// carriage returns, odd attributes, all that is broken) it leaves to the general way. What it takes,
/// that way reads the same: a test compares the two.
struct PlainUnits {
  private var languages = LanguageCodes()
  private var recent = RecentValues()
  /// Where texts with references are put together.
  private var scratch: [UInt8] = []

  /// More bytes than this in one text are not for here.
  private static let textLimit = 1 << 20
  private static let depthLimit = 16

  /// Takes the units that begin at `index`, which moves behind them and the white space around.
  ///
  /// - Returns: Whether the bytes ended before the next one was told.
  mutating func take(
    from bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, into units: inout [TranslationUnit]
  ) -> (end: Int?, isCut: Bool) {
    var end: Int?
    while true {
      var scan = ByteScan(bytes, at: index)
      scan.skipSpace()
      index = scan.at
      guard scan.at < bytes.count else { return (end, true) }
      guard let unit = unit(&scan) else { return (end, scan.isCut) }
      units.append(unit)
      (index, end) = (scan.at, scan.at)
    }
  }

  private mutating func unit(_ scan: inout ByteScan) -> TranslationUnit? {
    guard scan.take("<tu"), let tag = attributes(&scan, known: TMX.Allowed.unitNames), !tag.isEmpty,
      tag.language == nil
    else { return nil }
    var unit = TranslationUnit(variants: [], attributes: tag.attributes)
    unit.variants.reserveCapacity(2)
    while true {
      scan.skipSpace()
      if scan.take("<tuv") {
        guard let variant = variant(&scan) else { return nil }
        unit.variants.append(variant)
      } else if scan.take("</tu>") {
        guard !unit.variants.isEmpty else { return nil }
        if !unit.properties.isEmpty { ProvenanceProperties.restore(&unit) }
        return unit
      } else {
        guard annotation(&scan, &unit.properties, &unit.notes) else { return nil }
      }
    }
  }

  private mutating func variant(_ scan: inout ByteScan) -> Variant? {
    guard let tag = attributes(&scan, known: TMX.Allowed.variantNames), !tag.isEmpty,
      let code = tag.language, let language = languages.tag(code)
    else { return nil }
    var variant = Variant(language: language, content: "", attributes: tag.attributes)
    var hasSegment = false
    while true {
      scan.skipSpace()
      if scan.take("<seg>") {
        guard !hasSegment, let content = segment(&scan) else { return nil }
        variant.content = content
        hasSegment = true
      } else if scan.take("</tuv>") {
        guard hasSegment else { return nil }
        if !variant.properties.isEmpty { ProvenanceProperties.restore(&variant) }
        return variant
      } else {
        guard annotation(&scan, &variant.properties, &variant.notes) else { return nil }
      }
    }
  }

  /// A property or a note that holds text alone.
  private mutating func annotation(
    _ scan: inout ByteScan, _ properties: inout [Property], _ notes: inout [Note]
  ) -> Bool {
    if scan.take("<note>") {
      guard let text = text(&scan, until: .markup), scan.take("</note>") else { return false }
      notes.append(Note(text))
      return true
    }
    var type = ""
    if scan.take("<prop type=\"") {
      guard let value = value(&scan, until: .quote(0x22), of: .type), scan.take("\">") else {
        return false
      }
      type = value
    } else if !scan.take("<prop>") {
      return false
    }
    guard let text = text(&scan, until: .markup), scan.take("</prop>") else { return false }
    properties.append(Property(type, text))
    return true
  }

  // MARK: Segments

  private mutating func segment(_ scan: inout ByteScan) -> SegmentContent? {
    guard let text = text(&scan, until: .markup) else { return nil }
    if scan.take("</seg>") { return SegmentContent(text) }
    var parts: [SegmentContent.Part] = text.isEmpty ? [] : [.text(text)]
    while true {
      guard let code = code(&scan, depth: 1) else { return nil }
      parts.append(.code(code))
      guard let text = self.text(&scan, until: .markup) else { return nil }
      if !text.isEmpty { parts.append(.text(text)) }
      if scan.take("</seg>") { return SegmentContent(parts) }
    }
  }

  private mutating func code(_ scan: inout ByteScan, depth: Int) -> InlineCode? {
    guard depth <= Self.depthLimit, scan.take("<") else { return nil }
    let name = scan.name()
    guard let kind = Self.kind(name), let tag = attributes(&scan, known: nil) else { return nil }
    guard !tag.isEmpty else { return InlineCode(kind, attributes: tag.attributes) }
    var parts: [SegmentContent.Part] = []
    while true {
      guard let text = text(&scan, until: .markup) else { return nil }
      if !text.isEmpty { parts.append(.text(text)) }
      if scan.take("</") {
        guard scan.name().elementsEqual(name), scan.take(">") else { return nil }
        return InlineCode(kind, attributes: tag.attributes, content: SegmentContent(parts))
      }
      guard let code = code(&scan, depth: depth + 1) else { return nil }
      parts.append(.code(code))
    }
  }

  private static func kind(_ name: UnsafeBufferPointer<UInt8>) -> InlineCode.Kind? {
    guard name.count == 2 || name.count == 3 else { return nil }
    return InlineCode.Kind(rawValue: String(decoding: name, as: UTF8.self))
  }

  // MARK: Tags

  private struct Tag {
    var attributes: [Attribute] = []
    /// Taken from the attributes where only some are known.
    var language: String?
    var isEmpty = false
  }

  /// Moves over the rest of a start tag, from behind its name.
  ///
  /// - Parameter known: Whether the element has each of `TMX.Name`; `nil` if it may have any.
  private mutating func attributes(_ scan: inout ByteScan, known: [Bool]?) -> Tag? {
    var tag = Tag()
    var seen: UInt64 = 0
    while true {
      let before = scan.at
      scan.skipSpace()
      switch scan.next {
      case 0x3E:
        scan.at += 1
        return tag
      case 0x2F:
        tag.isEmpty = true
        return scan.take("/>") ? tag : nil
      default: break
      }
      guard scan.at > before, let name = TMX.Name(scan.name()), scan.take("=") else { return nil }
      let quote = scan.next
      guard quote == 0x22 || quote == 0x27 else { return nil }
      scan.at += 1
      guard seen & 1 << UInt64(name.rawValue) == 0,
        let value = value(&scan, until: .quote(quote), of: name), scan.next == quote
      else { return nil }
      scan.at += 1
      seen |= 1 << UInt64(name.rawValue)
      if known != nil, name == .xmlLang {
        tag.language = value
        continue
      }
      let index = Int(name.rawValue)
      if let known, !known[index] { return nil }
      tag.attributes.append(Attribute(TMX.Name.texts[index], value))
    }
  }

  /// The value of an attribute, up to its quote.
  private mutating func value(
    _ scan: inout ByteScan, until ending: ByteScan.Ending, of name: TMX.Name
  ) -> String? {
    let start = scan.at
    guard let plain = scan.characters(until: ending) else { return nil }
    if scan.next != 0x26 { return recent.text(plain, of: name) }
    scan.at = start
    return text(&scan, until: ending)
  }

  /// A text up to the next tag or quote; `nil` when it is not plain.
  private mutating func text(_ scan: inout ByteScan, until ending: ByteScan.Ending) -> String? {
    guard let plain = scan.characters(until: ending) else { return nil }
    let isEnd = { (byte: UInt8) -> Bool in
      switch ending {
      case .markup: byte == 0x3C
      case .quote(let quote): byte == quote
      }
    }
    if isEnd(scan.next) {
      guard plain.count <= Self.textLimit else { return nil }
      return plain.isEmpty ? "" : String(validating: plain, as: UTF8.self)
    }
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: plain)
    while scan.next == 0x26 {
      guard let scalar = scan.reference() else { return nil }
      scratch.append(contentsOf: scalar.utf8)
      guard let more = scan.characters(until: ending) else { return nil }
      scratch.append(contentsOf: more)
    }
    guard isEnd(scan.next), scratch.count <= Self.textLimit else { return nil }
    return String(validating: scratch, as: UTF8.self)
  }
}

extension TMX.Name {
  /// Of the attributes.
  private static let attributes: [(name: TMX.Name, bytes: [UInt8])] = all.compactMap { name in
    name.rawValue < TMX.Name.tuid.rawValue ? nil : (name, Array(texts[Int(name.rawValue)].utf8))
  }

  fileprivate init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return nil }
    for known in Self.attributes where known.bytes.count == bytes.count {
      if memcmp(known.bytes, base, bytes.count) == 0 {
        self = known.name
        return
      }
    }
    return nil
  }
}

/// The languages of a file, which are few, by their codes there.
struct LanguageCodes {
  private var known: [(code: String, tag: LanguageTag)] = []

  /// `nil` for what is no language tag.
  mutating func tag(_ code: String) -> LanguageTag? {
    for each in known where each.code == code { return each.tag }
    guard let tag = LanguageTag(code) else { return nil }
    if known.count < 50 { known.append((code, tag)) }
    return tag
  }
}

/// The last value of each attribute: dates and names of people come again and again.
struct RecentValues {
  private var texts = [String](repeating: "", count: TMX.Name.all.count)

  /// `nil` when it is not UTF-8.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, of name: TMX.Name) -> String? {
    // Shorter strings are not on the heap.
    if bytes.count < 16 { return String(validating: bytes, as: UTF8.self) }
    let index = Int(name.rawValue)
    let isSame = texts[index].utf8.withContiguousStorageIfAvailable { known in
      guard let a = known.baseAddress, let b = bytes.baseAddress else { return false }
      return known.count == bytes.count && memcmp(a, b, bytes.count) == 0
    }
    if isSame == true { return texts[index] }
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    texts[index] = text
    return text
  }
}

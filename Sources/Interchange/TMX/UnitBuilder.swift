internal import BitextModel

/// Turns the events of a TMX document into its header and units.
struct UnitBuilder {
  /// Something to say of the file, at an offset in bytes.
  struct Finding {
    let outcome: TMX.Remark.Outcome
    let cause: TMX.Remark.Cause
    let offset: Int
  }

  private indirect enum Place {
    case start, root, header, body, unit, variant, segment, end
    case collecting(Collected, in: Place)
  }

  /// The text of an element that holds text alone.
  private struct Collected {
    enum Role {
      case property(String)
      case note, discarded
    }
    let role: Role
    let language: LanguageTag?
    /// Those that have no place in a property or a note.
    let attributes: [Attribute]
    var text = ""
    /// Elements open inside it, whose tags become text.
    var open: [String] = []
  }

  private var place: Place = .start
  private(set) var header = TMX.Header()
  private(set) var hasHeader = false
  /// Complete units, to be taken in this order.
  var units: [TranslationUnit] = []
  var findings: [Finding] = []
  /// What cannot be read any further, to be taken as a fault of the XML.
  private(set) var fault: (cause: TMX.Remark.Cause, offset: Int)?
  /// The name of a root element other than `tmx`.
  private(set) var wrongRoot: (name: String, offset: Int)?

  private var unit = TranslationUnit(variants: [])
  private var variant = Variant(language: .undetermined, content: "")
  private var segment = SegmentBuilder()
  private var segmentCount = 0
  private var unitOffset = 0
  private var languages = LanguageCodes()
  /// Text where none should stand, and the offset of the tag before it.
  private var strayText = ""
  private var lastTag = 0
  private var spelling = TagSpelling()

  var hasRoot: Bool { if case .start = place { false } else { true } }
  var hasBody: Bool {
    switch place {
    case .start, .root, .header: false
    case .collecting(_, in: .header): false
    default: true
    }
  }
  var isInUnit: Bool {
    switch place {
    case .unit, .variant, .segment: true
    case .collecting(_, in: .unit), .collecting(_, in: .variant): true
    default: false
    }
  }
  /// Whether `</tmx>` has been read.
  var isComplete: Bool { if case .end = place { true } else { false } }

  /// Forgets what is half read, and goes on in the body.
  mutating func resume() {
    place = .body
    fault = nil
    strayText = ""
    segment = SegmentBuilder()
  }

  mutating func start(_ label: EventParser.Label, _ attributes: [Attribute], at offset: Int) {
    settleStrayText()
    lastTag = offset
    let label = label.name == nil ? spelled(label, at: offset) : label
    switch (place, label.name) {
    case (.start, .tmx):
      header.version = attributes.first { $0.name == "version" }?.value
      place = .root
    case (.start, _):
      wrongRoot = (label.text, offset)
    case (.root, .header):
      header.attributes = attributes
      hasHeader = true
      place = .header
    case (.root, .body):
      checkHeader(at: offset)
      place = .body
    case (.body, .tu), (.root, .tu):
      unit = TranslationUnit(
        variants: [], attributes: TMX.Allowed.unitFirst(attributes, allowed: TMX.Allowed.unit))
      unitOffset = offset
      place = .unit
    case (.unit, .tu), (.variant, .tu), (.segment, .tu):
      fault = (.nestedUnit, offset)
    case (.unit, .tuv):
      startVariant(attributes, at: offset)
    case (.variant, .seg):
      segmentCount += 1
      variant.attributes += attributes.map { Attribute("seg:" + $0.name, $0.value) }
      if segmentCount > 1 {
        find(.mended, .secondSegment, at: offset)
        segment.append(" ")
      }
      place = .segment
    case (.segment, _):
      segment.start(label, attributes)
    case (.collecting(var collected, in: let outer), _):
      collected.text += Markup.tags(label.text, attributes, isEmpty: false).start
      collected.open.append(label.text)
      place = .collecting(collected, in: outer)
    case (.header, .prop), (.unit, .prop), (.variant, .prop):
      let type = attributes.first { $0.name == "type" }?.value ?? ""
      collect(.property(type), attributes)
    case (.header, .note), (.unit, .note), (.variant, .note):
      collect(.note, attributes)
    case (.unit, _), (.variant, _):
      find(.mended, .misplacedElement(label.text), at: offset)
      collect(.property("x-element-" + label.text), attributes)
    case (.header, .ude):
      collect(.discarded, attributes)
    default:
      find(.skipped, .misplacedElement(label.text), at: offset)
      collect(.discarded, attributes)
    }
  }

  /// A label that is not as TMX spells it.
  private mutating func spelled(
    _ label: EventParser.Label, at offset: Int
  ) -> EventParser.Label {
    let isRoot = if case .start = place { true } else { false }
    let (known, isNews) = spelling.label(label, isRoot: isRoot)
    if isNews { find(.mended, .capitals(label.text), at: offset) }
    return known
  }

  mutating func text(_ text: String) {
    switch place {
    case .segment: segment.append(text)
    case .collecting(var collected, in: let outer):
      collected.text += text
      place = .collecting(collected, in: outer)
    default: strayText += text
    }
  }

  /// Keeps text that stands between elements where none should.
  private mutating func settleStrayText() {
    guard !strayText.isEmpty else { return }
    let text = String(strayText[...].trimmingWhiteSpace())
    strayText = ""
    guard !text.isEmpty else { return }
    switch place {
    case .unit: unit.properties.append(Property("x-text", text))
    case .variant: variant.properties.append(Property("x-text", text))
    default: return find(.skipped, .strayText, at: lastTag)
    }
    find(.mended, .strayText, at: lastTag)
  }

  mutating func end(at offset: Int) {
    settleStrayText()
    lastTag = offset
    switch place {
    case .segment:
      if !segment.end() { place = .variant }
    case .variant:
      finishVariant(at: offset)
      place = .unit
    case .unit:
      finishUnit(at: offset)
      place = .body
    case .collecting(var collected, in: let outer):
      if let name = collected.open.popLast() {
        collected.text += "</\(name)>"
        place = .collecting(collected, in: outer)
      } else {
        place = outer
        keep(collected)
      }
    case .header: place = .root
    case .body: place = .root
    case .root: place = .end
    case .start, .end: break
    }
  }

  private mutating func find(
    _ outcome: TMX.Remark.Outcome, _ cause: TMX.Remark.Cause, at offset: Int
  ) {
    findings.append(Finding(outcome: outcome, cause: cause, offset: offset))
  }

  private mutating func checkHeader(at offset: Int) {
    guard hasHeader else { return find(.mended, .noHeader, at: offset) }
    for name in TMX.Allowed.requiredOfHeader {
      guard let value = header[attribute: name] else {
        find(.mended, .missingHeaderAttribute(name), at: offset)
        continue
      }
      if !TMX.Allowed.isHeaderValue(value, of: name) {
        find(.mended, .wrongHeaderAttribute(name, value: value), at: offset)
      }
    }
  }

  private mutating func collect(_ role: Collected.Role, _ attributes: [Attribute]) {
    let code = attributes.first { $0.name == "xml:lang" || $0.name == "lang" }?.value
    let language = code.flatMap(LanguageTag.init)
    let others = attributes.filter { attribute in
      switch attribute.name {
      case "xml:lang", "lang": language == nil
      case "type": if case .property = role { false } else { true }
      default: true
      }
    }
    place = .collecting(Collected(role: role, language: language, attributes: others), in: place)
  }

  private mutating func keep(_ collected: Collected) {
    let property: Property? =
      if case .property(let type) = collected.role {
        Property(
          type, collected.text, language: collected.language, attributes: collected.attributes)
      } else { nil }
    let note: Note? =
      if case .note = collected.role {
        Note(collected.text, language: collected.language, attributes: collected.attributes)
      } else { nil }
    switch place {
    case .header:
      if let property { header.properties.append(property) }
      if let note { header.notes.append(note) }
    case .unit:
      if let property { unit.properties.append(property) }
      if let note { unit.notes.append(note) }
    case .variant:
      if let property { variant.properties.append(property) }
      if let note { variant.notes.append(note) }
    default: break
    }
  }

  private mutating func startVariant(_ attributes: [Attribute], at offset: Int) {
    variant = Variant(language: .undetermined, content: "")
    let code =
      attributes.first { $0.name == "xml:lang" }?.value
      ?? attributes.first { $0.name == "lang" }?.value
    if let code, let language = languages.tag(code) {
      variant.language = language
    } else if let code, !code.isEmpty {
      find(.mended, .unknownLanguage(code), at: offset)
      variant.properties.append(Property("x-lang", code))
    } else {
      find(.mended, .missingLanguage, at: offset)
    }
    let others = attributes.filter { $0.name != "xml:lang" && $0.name != "lang" }
    variant.attributes = TMX.Allowed.unitFirst(others, allowed: TMX.Allowed.variant)
    segment = SegmentBuilder()
    segmentCount = 0
    place = .variant
  }

  /// Whether the next start of a unit begins a new one.
  var isBetweenUnits: Bool { if case .body = place { strayText.isEmpty } else { false } }

  /// Lets `body` append units that were made elsewhere; it gives the offset of the last one's end.
  mutating func addUnits(_ body: (inout [TranslationUnit]) -> Int?) {
    if let end = body(&units) { lastTag = end }
  }

  private mutating func finishVariant(at offset: Int) {
    if segmentCount == 0 { find(.mended, .noSegment, at: offset) }
    variant.content = segment.content()
    for name in segment.foreign { find(.mended, .foreignElement(name), at: offset) }
    if !variant.properties.isEmpty { ProvenanceProperties.restore(&variant) }
    unit.variants.append(variant)
  }

  private mutating func finishUnit(at offset: Int) {
    guard !unit.variants.isEmpty else { return find(.skipped, .noVariant, at: unitOffset) }
    if !unit.properties.isEmpty { ProvenanceProperties.restore(&unit) }
    units.append(unit)
  }
}

extension LanguageTag {
  /// BCP 47's tag for a text whose language nobody said.
  static let undetermined: LanguageTag = LanguageTag("und")!
}

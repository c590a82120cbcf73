import BitextModel
import TestSupport

/// Units with everything that TMX can hold, at random from a seed.
struct RandomUnits {
  private var random: SeededGenerator
  /// Whether codes may stand and lack attributes as no DTD allows, and any character may occur.
  var isWild = false

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  private static let pieces = [
    "Brücke", " ", "  ", "&", "<", ">", "]]>", "\"", "'", "\n", "\r\n", "\t", "🌉", "e\u{301}",
    "&amp;",
    "<b>", "–", "\u{FEFF}", "\u{200B}", "\u{85}", "\u{2028}", "日本", "אב", "0",
  ]
  private static let wildPieces = [
    "\u{0}", "\u{1}", "\u{1F}", "\u{FFFE}", "\u{FFFF}", "\u{10FFFF}",
  ]
  private static let languages = ["de", "en-GB", "zh-Hant-TW", "und"].compactMap(LanguageTag.init)

  mutating func unit() -> TranslationUnit {
    var unit = TranslationUnit(variants: (0..<count(1...4)).map { _ in variant() })
    unit.attributes = attributes(["tuid", "usagecount", "segtype", "origin", "quality"])
    unit.properties = properties()
    unit.notes = notes()
    if chance(3) {
      unit.link = TranslationUnit.Link(
        relation: pick(Bead.Relation.allCases), strength: pick(Bead.Strength.allCases),
        confidence: chance(2) ? Double.random(in: 0...1, using: &random) : nil,
        status: pick(Bead.Status.allCases), tool: chance(2) ? text() : nil)
    }
    return unit
  }

  private mutating func variant() -> Variant {
    var variant = Variant(language: pick(Self.languages), content: content(depth: 0, isRead: true))
    variant.attributes = attributes(["creationid", "changedate", "usage", "seg:x"])
    variant.properties = properties()
    variant.notes = notes()
    if chance(3) {
      let spans = (0..<count(0...3)).map { $0 * 10..<$0 * 10 + count(0...9) }
      variant.origin = Origin(
        document: text(), sha256: chance(2) ? "00ff" : nil, spans: spans,
        segments: Array(spans.indices))
    }
    return variant
  }

  /// - Parameter isRead: Whether it is text that people read, which may hold any code but a subflow; a
  ///   native code may hold subflows alone.
  private mutating func content(depth: Int, isRead: Bool) -> SegmentContent {
    SegmentContent(
      (0..<count(0...4)).map { _ in
        guard depth < 4, chance(3) else { return .text(text()) }
        var kinds = InlineCode.Kind.allCases
        if !isWild { kinds = isRead ? kinds.filter { $0 != .subflow } : [.subflow] }
        let kind = pick(kinds)
        let inner = content(depth: depth + 1, isRead: kind == .highlight || kind == .subflow)
        return .code(InlineCode(kind, attributes: codeAttributes(kind), content: inner))
      })
  }

  private mutating func codeAttributes(_ kind: InlineCode.Kind) -> [Attribute] {
    if isWild { return attributes(["i", "x", "pos", "type", "bold"]) }
    let required: [Attribute] =
      switch kind {
      case .begin, .end: [Attribute("i", String(count(1...9)))]
      case .isolated: [Attribute("pos", pick(["begin", "end"]))]
      default: []
      }
    return required + (chance(2) ? [Attribute("rid", text())] : [])
  }

  /// Known names first, then unknown ones: the order in which a reader gives them.
  private mutating func attributes(_ names: [String]) -> [Attribute] {
    names.filter { _ in chance(3) }.map { name in
      Attribute(name, name == "segtype" ? pick(["block", "phrase"]) : text())
    }
  }

  private mutating func properties() -> [Property] {
    (0..<count(0...2)).map { _ in
      Property(
        pick(["domain", "x-state", ""]), text(), language: chance(2) ? pick(Self.languages) : nil,
        attributes: attributes(["o-encoding", "rank"]))
    }
  }

  private mutating func notes() -> [Note] {
    (0..<count(0...1)).map { _ in
      Note(
        text(), language: chance(2) ? pick(Self.languages) : nil,
        attributes: attributes(["o-encoding", "by"]))
    }
  }

  private mutating func text() -> String {
    let pieces = isWild ? Self.pieces + Self.wildPieces : Self.pieces
    return (0..<count(0...4)).map { _ in pick(pieces) }.joined()
  }

  private mutating func count(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }
  private mutating func chance(_ of: Int) -> Bool { count(1...of) == 1 }
  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[count(0...elements.count - 1)]
  }
}

internal import BitextModel

/// Inline elements of XLIFF as inline codes.
///
/// A code remembers its element in an attribute `element` where its kind alone does not say it.
enum XLIFFContent {
  static func content(of element: XMLElement) -> SegmentContent {
    SegmentContent(element.nodes.flatMap(parts))
  }

  /// Whether an inline element encloses text that people read.
  static func isReadText(_ element: XMLElement) -> Bool { kind(of: element.name).0 == .highlight }

  private static func parts(_ node: XMLNode) -> [SegmentContent.Part] {
    switch node {
    case .text(let text, _): return [.text(text)]
    case .element(let element):
      // A character that XML cannot carry.
      if element.name == "cp" {
        let value = element["hex"].flatMap { UInt32($0, radix: 16) } ?? 0xFFFD
        return [.text(XMLText.picture(of: value))]
      }
      let (kind, own) = kind(of: element.name)
      let attributes = element.attributes + (own ? [] : [Attribute("element", element.name)])
      return [.code(InlineCode(kind, attributes: attributes, content: content(of: element)))]
    }
  }

  /// The kind that an element is, and whether it is the one that the kind is written as.
  private static func kind(of name: String) -> (InlineCode.Kind, isOwn: Bool) {
    switch name {
    case "bpt": (.begin, true)
    case "ept": (.end, true)
    case "it": (.isolated, true)
    case "ph": (.placeholder, true)
    case "sub": (.subflow, true)
    case "mrk": (.highlight, true)
    // Text that people read stands inside.
    case "g", "pc", "sm": (.highlight, false)
    case "bx", "sc": (.begin, false)
    case "ex", "ec": (.end, false)
    default: (.placeholder, false)
    }
  }
}

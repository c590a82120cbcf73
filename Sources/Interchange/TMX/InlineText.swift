internal import BitextModel

/// A segment's content as TMX 1.4 writes it, and what of its codes the DTD has no place for.
///
/// The DTD lets text and `sub` hold every code but `sub`, `hi` likewise, and the other codes only `sub`.
/// A code where it may not stand is put into the `sub` or the `ph` that lets it.
struct InlineText {
  private(set) var bytes: [UInt8] = []
  /// Attributes of codes that the DTD does not know, as properties of the variant.
  private(set) var misfits: [Property] = []
  /// How many codes have begun, those put around others among them.
  private var count = 0
  /// The numbers given to begin codes without one that are still open.
  private var openNumbers: [String] = []
  private var lastNumber = 0

  init(_ content: SegmentContent) {
    append(content, isReadText: true)
  }

  /// - Parameter isReadText: Whether the content is text that people read; if not, a native code.
  private mutating func append(_ content: SegmentContent, isReadText: Bool) {
    for part in content.parts {
      switch part {
      case .text(let text):
        XMLText.append(text, to: &bytes)
      case .code(let code) where code.kind == .subflow && isReadText:
        bytes.append(markup: "<ph>")
        count += 1
        append(code)
        bytes.append(markup: "</ph>")
      case .code(let code) where code.kind != .subflow && !isReadText:
        bytes.append(markup: "<sub>")
        count += 1
        append(code)
        bytes.append(markup: "</sub>")
      case .code(let code):
        append(code)
      }
    }
  }

  private mutating func append(_ code: InlineCode) {
    let index = count
    count += 1
    // An isolated code must say whether it begins or ends something; one that does not is written as
    // a placeholder.
    let hasPosition = code.attributes.contains {
      $0.name == "pos" && ($0.value == "begin" || $0.value == "end")
    }
    let element = code.kind == .isolated && !hasPosition ? .placeholder : code.kind
    bytes.append(UInt8(ascii: "<"))
    bytes += element.rawValue.utf8
    var written: Set<String> = []
    for attribute in code.attributes {
      if Self.allowed(element).contains(attribute.name), written.insert(attribute.name).inserted {
        TMXText.attribute(attribute.name, attribute.value, to: &bytes)
      } else {
        let type = "\(ProvenanceProperties.codePrefix)\(index)-\(attribute.name)"
        misfits.append(Property(type, attribute.value))
      }
    }
    if element == .begin || element == .end, !written.contains("i") {
      TMXText.attribute("i", number(isBegin: element == .begin), to: &bytes)
    }
    bytes.append(UInt8(ascii: ">"))
    append(code.content, isReadText: code.kind == .highlight || code.kind == .subflow)
    bytes.append(markup: "</")
    bytes += element.rawValue.utf8
    bytes.append(UInt8(ascii: ">"))
  }

  /// A number for a paired code without one: the end takes that of the last begin that waits for it.
  private mutating func number(isBegin: Bool) -> String {
    if !isBegin, let open = openNumbers.popLast() { return open }
    lastNumber += 1
    // No tool numbers from here, so that it cannot be the number of another pair.
    let number = String(9_000 + lastNumber)
    if isBegin { openNumbers.append(number) }
    return number
  }

  private static func allowed(_ kind: InlineCode.Kind) -> Set<String> {
    switch kind {
    case .begin: ["i", "x", "type"]
    case .end: ["i"]
    case .isolated: ["pos", "x", "type"]
    case .placeholder: ["x", "assoc", "type"]
    case .highlight: ["x", "type"]
    case .subflow: ["datatype", "type"]
    case .unknown: ["x"]
    }
  }
}

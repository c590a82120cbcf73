internal import BitextModel

/// Puts a memory's translation into a segment, with the segment's own inline elements in the place of
/// the memory's codes.
struct XLIFFTransfer {
  private let utf8: [UInt8]
  private let content: SegmentContent
  /// The elements of the segment, each before those inside it: one for each code of `content`.
  private let elements: [XMLElement]

  init(_ source: XMLElement, _ utf8: [UInt8]) {
    self.utf8 = utf8
    content = XLIFFContent.content(of: source)
    elements = Self.elements(in: source)
  }

  private static func elements(in element: XMLElement) -> [XMLElement] {
    element.elements.filter { $0.name != "cp" }.flatMap { inner in
      [inner] + (XLIFFContent.isReadText(inner) ? elements(in: inner) : [])
    }
  }

  /// The inside of a target; `nil` when the codes of the segment, of the memory's source and of its
  /// translation do not agree one by one.
  func markup(_ proposal: FillableDocument.Proposal) -> String? {
    guard Self.haveOneShape(content, proposal.source) else { return nil }
    let known = Self.codes(proposal.source)
    guard known.count == elements.count else { return nil }
    var left = Set(known.indices)
    guard let text = markup(proposal.target, known, &left), left.isEmpty else { return nil }
    return text
  }

  private func markup(
    _ target: SegmentContent, _ known: [InlineCode], _ left: inout Set<Int>
  ) -> String? {
    var text = ""
    for part in target.parts {
      switch part {
      case .text(let plain): text += XMLText.escaped(plain)
      case .code(let code):
        guard
          let index = known.indices.first(where: {
            left.contains($0) && Self.agree(known[$0], code)
          })
        else { return nil }
        left.remove(index)
        let element = elements[index]
        guard code.kind == .highlight else {
          text += String(decoding: utf8[element.start..<element.end], as: UTF8.self)
          continue
        }
        guard let inside = markup(code.content, known, &left) else { return nil }
        let end = element.contentEnd(in: utf8)
        // An element that was empty gets an end tag with what it is to enclose.
        guard end > element.offset || element.end > element.offset else {
          guard inside.isEmpty else { return nil }
          text += String(decoding: utf8[element.start..<element.end], as: UTF8.self)
          continue
        }
        text += String(decoding: utf8[element.start..<element.offset], as: UTF8.self) + inside
        text += String(decoding: utf8[end..<element.end], as: UTF8.self)
      }
    }
    return text
  }

  /// Each code before those in the text that it encloses.
  private static func codes(_ content: SegmentContent) -> [InlineCode] {
    content.parts.flatMap { part -> [InlineCode] in
      guard case .code(let code) = part else { return [] }
      return [code] + (code.kind == .highlight ? codes(code.content) : [])
    }
  }

  /// Whether two contents have the same text with codes of the same kinds in the same places.
  private static func haveOneShape(_ a: SegmentContent, _ b: SegmentContent) -> Bool {
    a.parts.count == b.parts.count
      && zip(a.parts, b.parts).allSatisfy { pair in
        switch pair {
        case (.text(let a), .text(let b)): a == b
        case (.code(let a), .code(let b)):
          a.kind == b.kind && (a.kind != .highlight || haveOneShape(a.content, b.content))
        default: false
        }
      }
  }

  /// Whether a code of the translation stands for one of the source.
  private static func agree(_ a: InlineCode, _ b: InlineCode) -> Bool {
    guard a.kind == b.kind else { return false }
    for name in ["id", "x", "i"] {
      let values = [a, b].map { code in code.attributes.first { $0.name == name }?.value }
      if let first = values[0], let second = values[1] { return first == second }
    }
    return a.attributes == b.attributes && (a.kind == .highlight || a.content == b.content)
  }
}

internal import BitextModel

/// Puts a segment's content together, code by code.
struct SegmentBuilder {
  /// An element that is open inside the segment.
  private struct Frame {
    let label: EventParser.Label
    let attributes: [Attribute]
    var parts: [SegmentContent.Part] = []
    var text = ""

    mutating func flush() {
      guard !text.isEmpty else { return }
      parts.append(.text(text))
      text = ""
    }
  }

  /// What is open inside the segment, outermost first.
  private var frames: [Frame] = []
  /// The segment itself.
  private var base = Frame(label: EventParser.Label(name: .seg, text: "seg"), attributes: [])
  /// The names of elements that TMX does not have, in the order of their starts.
  private(set) var foreign: [String] = []

  mutating func append(_ text: String) {
    if frames.isEmpty {
      if base.text.isEmpty { base.text = text } else { base.text += text }
    } else {
      frames[frames.count - 1].text += text
    }
  }

  mutating func start(_ label: EventParser.Label, _ attributes: [Attribute]) {
    if Self.kind(label) == nil { foreign.append(label.text) }
    frames.append(Frame(label: label, attributes: attributes))
  }

  /// Closes the innermost element; `false` when only the segment itself is open.
  mutating func end() -> Bool {
    guard var frame = frames.popLast() else { return false }
    frame.flush()
    for part in parts(of: frame) { append(part) }
    return true
  }

  mutating func content() -> SegmentContent {
    base.flush()
    return SegmentContent(base.parts)
  }

  private static func kind(_ label: EventParser.Label) -> InlineCode.Kind? {
    switch label.name {
    case .bpt: .begin
    case .ept: .end
    case .it: .isolated
    case .ph: .placeholder
    case .hi: .highlight
    case .sub: .subflow
    case .ut: .unknown
    default: nil
    }
  }

  private mutating func append(_ part: SegmentContent.Part) {
    if case .text(let text) = part { return append(text) }
    if frames.isEmpty {
      base.flush()
      base.parts.append(part)
    } else {
      frames[frames.count - 1].flush()
      frames[frames.count - 1].parts.append(part)
    }
  }

  /// A code; or, of an element that TMX does not have, its tags, as placeholders where people read the
  /// text between and as text inside a code.
  private func parts(of frame: Frame) -> [SegmentContent.Part] {
    if let kind = Self.kind(frame.label) {
      let content = SegmentContent(frame.parts)
      return [.code(InlineCode(kind, attributes: frame.attributes, content: content))]
    }
    let tags = Markup.tags(frame.label.text, frame.attributes, isEmpty: frame.parts.isEmpty)
    let isRead =
      switch frames.last.flatMap({ Self.kind($0.label) }) {
      case nil, .highlight, .subflow: true
      default: false
      }
    let part = { (tag: String) -> SegmentContent.Part in
      isRead ? .code(InlineCode(.placeholder, content: SegmentContent(tag))) : .text(tag)
    }
    return [part(tags.start)] + frame.parts + (tags.end.map { [part($0)] } ?? [])
  }
}

/// Elements written out as text.
enum Markup {
  /// The tags of an element; an empty one has no end tag.
  static func tags(
    _ name: String, _ attributes: [Attribute], isEmpty: Bool
  ) -> (start: String, end: String?) {
    let list = attributes.map { " \($0.name)=\"\(XMLText.escaped($0.value, quotes: true))\"" }
    let head = "<" + name + list.joined()
    return isEmpty ? (head + "/>", nil) : (head + ">", "</\(name)>")
  }
}

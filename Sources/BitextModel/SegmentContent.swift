/// The text of a segment with the inline codes of its format in place.
public struct SegmentContent: Sendable, Hashable, ExpressibleByStringLiteral {
  public enum Part: Sendable, Hashable {
    case text(String)
    case code(InlineCode)
  }

  public let parts: [Part]

  /// Joins neighbouring texts and drops empty ones, so that equal contents compare equal.
  public init(_ parts: [Part]) {
    if parts.count == 1, case .text(let text) = parts[0], !text.isEmpty {
      self.parts = parts
      return
    }
    var joined: [Part] = []
    for part in parts {
      switch (joined.last, part) {
      case (_, .text("")): continue
      case (.text(let before), .text(let text)): joined[joined.count - 1] = .text(before + text)
      default: joined.append(part)
      }
    }
    self.parts = joined
  }

  public init(_ text: String) {
    parts = text.isEmpty ? [] : [.text(text)]
  }

  public init(stringLiteral text: String) {
    self.init(text)
  }

  /// The text a person reads and a lookup compares: without codes, but with what highlights enclose.
  public var text: String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .code(let code): code.kind == .highlight ? code.content.text : ""
      }
    }.joined()
  }

  public var hasCodes: Bool {
    parts.contains { if case .code = $0 { true } else { false } }
  }
}

/// A piece of a format's markup inside a segment: TMX's content elements.
public struct InlineCode: Sendable, Hashable {
  /// The raw values are TMX 1.4's element names.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case begin = "bpt"
    case end = "ept"
    case isolated = "it"
    case placeholder = "ph"
    case highlight = "hi"
    /// A text of its own inside a code, such as a footnote.
    case subflow = "sub"
    /// TMX 1.1's unknown tag, deprecated since.
    case unknown = "ut"
  }

  public let kind: Kind
  public let attributes: [Attribute]
  /// The native code; of a highlight or a subflow, text that people read.
  public let content: SegmentContent

  public init(_ kind: Kind, attributes: [Attribute] = [], content: SegmentContent = "") {
    (self.kind, self.attributes, self.content) = (kind, attributes, content)
  }
}

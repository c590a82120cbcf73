internal import BitextModel

extension DocumentFormat {
  /// A web page: its main content, without navigation, scripts and forms. Nothing is fetched.
  static let html = DocumentFormat(title: "a web page", endings: ["html", "htm", "xhtml"]) {
    bytes in
    var collector = TextCollector()
    try HTMLDocument(bytes).add(to: &collector, part: nil)
    return collector.document
  }
}

/// A web page as a tree, of which some parts are read.
struct HTMLDocument {
  private let tree: XMLTree

  init(_ bytes: [UInt8]) throws {
    tree = try XMLTree(html: try Self.utf8(of: bytes))
  }

  func add(to collector: inout TextCollector, part: String?) throws {
    collector.begin(part: part, raw: tree.utf8)
    let root = tree.root
    collector.language =
      collector.language ?? (root["lang"] ?? root["xml:lang"]).flatMap(LanguageTag.init)
    let body = root.first("body") ?? root
    let main = Self.main(of: body)
    Self.append(main ?? body, isMain: main != nil, to: &collector)
    collector.breakParagraph()
  }

  /// By byte-order mark or what the page declares (WHATWG HTML, section 13.2.3, simplified: a page in
  /// no known encoding is UTF-8 where it can be, else windows-1252).
  private static func utf8(of bytes: [UInt8]) throws -> [UInt8] {
    let known = EncodedInput.encoding(of: bytes)
    if known.unit == 2 || known.mark > 0 { return try EncodedInput.utf8(of: bytes) }
    let head = String(decoding: bytes.prefix(2048), as: UTF8.self).lowercased()
    let declared = head.firstMatch(of: /charset\s*=\s*["']?([a-z0-9_:.-]+)/).map { String($0.1) }
    if (try? UTF8Span(validating: bytes.span)) != nil { return bytes.map { $0 == 0 ? 0x20 : $0 } }
    let name = declared.flatMap { $0.hasPrefix("utf") ? nil : $0 } ?? "windows-1252"
    return try EncodedInput.utf8(of: bytes, named: name)
  }

  /// The largest `main` or `article`, where it has at least a quarter of the page's text.
  private static func main(of body: XMLElement) -> XMLElement? {
    let candidates = body.descendants(["main", "article"]).map { ($0, $0.text.utf8.count) }
    // The first of equals: `max` alone would give the last.
    guard let best = candidates.map(\.1).max(), best * 4 >= body.text.utf8.count else { return nil }
    return candidates.first { $0.1 == best }?.0
  }

  private static let skipped: Set = [
    "script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button", "select",
    "textarea", "svg", "math", "iframe", "object", "head", "canvas", "audio", "video", "dialog",
  ]
  private static let skippedRoles: Set = [
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog",
  ]
  private static let blocks: Set = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "table",
    "tr",
    "td", "th", "caption", "section", "article", "main", "header", "blockquote", "pre", "hr",
    "figure", "figcaption", "address", "details", "summary", "fieldset", "body",
  ]

  private static func append(
    _ element: XMLElement, isMain: Bool, to collector: inout TextCollector
  ) {
    for node in element.nodes {
      switch node {
      case .text(let text, let offset): collector.add(text, at: offset)
      case .element(let child):
        let isHidden =
          skipped.contains(child.name) || child["hidden"] != nil || child["aria-hidden"] == "true"
          || child["role"].map(skippedRoles.contains) == true
          || child.name == "header" && !isMain
        if isHidden { continue }
        if child.name == "br" { collector.breakLine() }
        let isBlock = blocks.contains(child.name)
        if isBlock { collector.breakParagraph() }
        append(child, isMain: isMain, to: &collector)
        if isBlock { collector.breakParagraph() }
      }
    }
  }
}

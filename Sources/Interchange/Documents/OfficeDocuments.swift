internal import BitextModel

extension DocumentFormat {
  /// A text of Microsoft Word (ECMA-376, part 1, section 17); headers, footers and comments are left out.
  static let docx = DocumentFormat(title: "a Word document", endings: ["docx", "docm"]) { bytes in
    let archive = try ZipArchive(bytes)
    var collector = TextCollector()
    for part in ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"] {
      guard let entry = try archive.entry(part) else {
        guard part != "word/document.xml" else { throw FileFault("no Word document in it") }
        continue
      }
      let tree = try XMLTree(entry)
      collector.begin(part: part, raw: tree.utf8)
      WordText.append(tree.root, to: &collector)
    }
    if let styles = try archive.entry("word/styles.xml") {
      collector.language = try XMLTree(styles).root.descendants(["lang"]).lazy
        .compactMap { $0["w:val"].flatMap(LanguageTag.init) }.first
    }
    return collector.document
  }

  /// A text of OpenDocument (OASIS 2021, part 3); notes stand where they are anchored, in parentheses.
  static let odt = DocumentFormat(title: "an OpenDocument text", endings: ["odt", "ott"]) { bytes in
    let archive = try ZipArchive(bytes)
    guard let entry = try archive.entry("content.xml") else {
      throw FileFault("no OpenDocument in it")
    }
    let tree = try XMLTree(entry)
    var collector = TextCollector()
    collector.begin(part: "content.xml", raw: tree.utf8)
    for body in tree.root.descendants(["text"]) { OpenText.append(body, to: &collector) }
    if let styles = try archive.entry("styles.xml") {
      let properties = try XMLTree(styles).root.descendants(["text-properties"])
      collector.language =
        properties.lazy.compactMap { $0["fo:language"].flatMap(LanguageTag.init) }
        .first
    }
    return collector.document
  }
}

private enum WordText {
  static func append(_ element: XMLElement, to collector: inout TextCollector) {
    for child in element.elements {
      switch child.name {
      case "t": text(child, to: &collector)
      case "tab": if element.name == "r" { collector.insert("\t") }
      case "br", "cr": collector.breakLine()
      case "noBreakHyphen": collector.insert("\u{2011}")
      // What was deleted, fields' codes, and the other form of what is drawn.
      case "del", "instrText", "Fallback": break
      case "p":
        collector.breakParagraph()
        append(child, to: &collector)
        collector.breakParagraph()
      default: append(child, to: &collector)
      }
    }
  }

  private static func text(_ element: XMLElement, to collector: inout TextCollector) {
    for case .text(let text, let offset) in element.nodes {
      collector.add(text, at: offset, keepsSpace: element["xml:space"] == "preserve")
    }
  }
}

private enum OpenText {
  static func append(_ element: XMLElement, to collector: inout TextCollector) {
    for node in element.nodes {
      guard case .element(let child) = node else {
        if case .text(let text, let offset) = node, element.name != "text" {
          collector.add(text, at: offset)
        }
        continue
      }
      switch child.name {
      case "p", "h":
        collector.breakParagraph()
        append(child, to: &collector)
        collector.breakParagraph()
      case "s": collector.insert(" ")
      case "tab": collector.insert("\t")
      case "line-break": collector.breakLine()
      case "note":
        let words = child.descendants(["note-body"]).map(\.text).joined(separator: " ")
        collector.insert(" (" + words.trimmed + ")")
      case "annotation", "tracked-changes", "sequence-decls", "forms", "user-field-decls": break
      default: append(child, to: &collector)
      }
    }
  }
}

extension String {
  /// Without white space at either end.
  var trimmed: String { String(self[...].trimmingWhiteSpace()) }
}

internal import BitextModel

extension DocumentFormat {
  /// An electronic book (W3C EPUB 3.3): the pages of its spine, in order.
  static let epub = DocumentFormat(title: "an electronic book", endings: ["epub"]) { bytes in
    let archive = try ZipArchive(bytes)
    guard let container = try archive.entry("META-INF/container.xml"),
      let path = try XMLTree(container).root.descendants(["rootfile"]).first?["full-path"],
      let package = try archive.entry(path)
    else { throw FileFault("no book in it: META-INF/container.xml names no package") }
    let root = try XMLTree(package).root
    let items = root.first("manifest")?.elements("item") ?? []
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    var collector = TextCollector()
    collector.language = root.descendants(["language"]).first.flatMap {
      LanguageTag($0.text.trimmed)
    }
    for reference in root.first("spine")?.elements("itemref") ?? [] {
      guard let item = items.first(where: { $0["id"] == reference["idref"] }),
        let name = item["href"],
        item["properties"]?.contains("nav") != true
      else { continue }
      let part = folder.isEmpty ? name : folder + "/" + name
      guard let page = try archive.entry(part.removingPercentEncoded) else { continue }
      try HTMLDocument(page).add(to: &collector, part: part)
    }
    return collector.document
  }
}

extension String {
  /// With `%20` and the like as the bytes they mean; as it is where they mean nothing.
  fileprivate var removingPercentEncoded: String {
    var bytes: [UInt8] = []
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let digits = String(rest.prefix(2)), digits.utf8.count == 2,
        let value = UInt8(digits, radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? self
  }
}

internal import BitextModel

/// Writes elements into an XLIFF document as its own are written: with their prefix and indentation.
struct XLIFFMarkup {
  static let matches = "urn:oasis:names:tc:xliff:matches:2.0"

  private let utf8: [UInt8]
  /// Of the elements of XLIFF, with its colon.
  private let prefix: String
  /// A line feed and the indentation of an element; nothing where it does not begin a line.
  let lineBreak: String

  /// - Parameter element: The one to follow.
  init(_ utf8: [UInt8], beside element: XMLElement) {
    self.utf8 = utf8
    let name = utf8[min(element.start + 1, utf8.count)...].prefix { $0 > 0x20 && $0 != 0x3E }
    prefix =
      name.firstIndex(of: UInt8(ascii: ":")).map {
        String(decoding: utf8[name.startIndex...$0], as: UTF8.self)
      } ?? ""
    var begin = element.start
    while begin > 0, utf8[begin - 1] == 0x20 || utf8[begin - 1] == 0x09 { begin -= 1 }
    let isFirst = begin > 0 && utf8[begin - 1] == 0x0A
    let feed = isFirst && begin > 1 && utf8[begin - 2] == 0x0D ? "\r\n" : "\n"
    lineBreak =
      isFirst ? feed + String(decoding: utf8[begin..<element.start], as: UTF8.self) : ""
  }

  func name(_ local: String) -> String { prefix + local }

  /// An element's start tag as it stands, without some attributes and with others.
  func tag(_ element: XMLElement, without names: [String], adding attributes: String) -> String {
    var tag = String(decoding: utf8[element.start..<element.offset], as: UTF8.self)
    tag.removeLast()
    if tag.hasSuffix("/") { tag.removeLast() }
    for name in names {
      guard let pattern = try? Regex("\\s+\(name)\\s*=\\s*(\"[^\"]*\"|'[^']*')") else { continue }
      tag = tag.replacing(pattern, with: "")
    }
    while tag.last?.isWhitespace == true { tag.removeLast() }
    return tag + attributes + ">"
  }

  /// What a memory offers, as XLIFF 1.2 says it.
  func alternative(
    _ proposal: FillableDocument.Proposal, mid: String?
  ) -> String {
    let inside = pair(proposal, version: .first)
    let part = mid.map { " mid=\"\(XMLText.escaped($0, quotes: true))\"" } ?? ""
    let from = XMLText.escaped(proposal.origin, quotes: true)
    let name = name("alt-trans")
    return
      "<\(name)\(part) match-quality=\"\(proposal.score)%\" origin=\"\(from)\">\(inside)</\(name)>"
  }

  /// The same as XLIFF 2.0's translation candidates say it.
  func match(_ proposal: FillableDocument.Proposal, of segment: String) -> String {
    let reference = XMLText.escaped("#" + segment, quotes: true)
    let from = XMLText.escaped(proposal.origin, quotes: true)
    return
      "<mtc:match ref=\"\(reference)\" origin=\"\(from)\" similarity=\"\(proposal.similarity)\""
      + " matchQuality=\"\(proposal.score)\">\(pair(proposal, version: .second))</mtc:match>"
  }

  private func pair(
    _ proposal: FillableDocument.Proposal, version: XLIFFWriting.Version
  ) -> String {
    let (source, target) = (name("source"), name("target"))
    let sides = [proposal.source, proposal.target]
    // Where XLIFF's elements have a prefix, codes go without markup.
    var inline = XLIFFInline(version, sides)
    let texts = sides.map { prefix.isEmpty ? inline.markup($0) : XMLText.escaped($0.text) }
    return inline.originalData + "<\(source)>\(texts[0])</\(source)>"
      + "<\(target)>\(texts[1])</\(target)>"
  }

  /// Whether an element holds such a one already: filling a document twice adds nothing.
  func has(_ markup: String, in element: XMLElement) -> Bool {
    String(decoding: utf8[element.start..<element.end], as: UTF8.self).contains(markup)
  }
}

extension XMLElement {
  /// Where its end tag begins; where it has none, the end of its start tag.
  func contentEnd(in utf8: [UInt8]) -> Int {
    guard end > offset else { return offset }
    var index = min(end, utf8.count) - 1
    while index > offset, utf8[index] != UInt8(ascii: "<") { index -= 1 }
    return index
  }
}

internal import BitextModel

extension DocumentFormat {
  /// Markdown (CommonMark 0.31): its text without marks, code blocks and front matter. Each line stays
  /// a line.
  static let markdown = DocumentFormat(title: "Markdown", endings: ["md", "markdown"]) { bytes in
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw FileFault("not UTF-8", remedy: "Convert it with iconv")
    }
    var reading = MarkdownReading(text)
    reading.read()
    return reading.collector.document
  }
}

private struct MarkdownReading {
  var collector = TextCollector()
  private let raw: [UInt8]
  private var at = 0
  /// The mark that closes the code block that is open.
  private var fence: String?

  init(_ text: String) {
    raw = Array(text.utf8)
    collector.begin(part: nil, raw: [])
  }

  mutating func read() {
    if raw.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    skipFrontMatter()
    while at < raw.count {
      let end = raw[at...].firstIndex(of: 0x0A) ?? raw.count
      line(at..<end)
      at = end + 1
    }
  }

  private mutating func skipFrontMatter() {
    guard raw[at...].starts(with: "---\n".utf8) || raw[at...].starts(with: "---\r\n".utf8) else {
      return
    }
    var start = at + 4
    while start < raw.count {
      let end = raw[start...].firstIndex(of: 0x0A) ?? raw.count
      let line = raw[start..<end].filter { $0 != 0x0D }
      start = end + 1
      if line.elementsEqual("---".utf8) || line.elementsEqual("...".utf8) {
        at = min(start, raw.count)
        return
      }
    }
  }

  private mutating func line(_ range: Range<Int>) {
    let text = String(decoding: raw[range], as: UTF8.self)
    let content = text.drop { $0 == " " || $0 == "\t" }
    for mark in ["```", "~~~"] where content.hasPrefix(mark) {
      if fence == nil {
        fence = mark
      } else if fence.map({ content.hasPrefix($0) }) == true {
        fence = nil
      }
      return collector.breakParagraph()
    }
    if fence != nil { return }
    if content.allSatisfy(\.isWhitespace) { return collector.breakParagraph() }
    // A rule, or the line under a heading.
    let marks = Set(content.filter { !$0.isWhitespace })
    if marks.count == 1, let mark = marks.first, "-=*_".contains(mark), content.count >= 3 {
      return collector.breakParagraph()
    }
    if content.hasPrefix("[") && content.contains("]: ") && !content.contains("](") { return }
    let (prefix, isBlock) = Self.blockMarks(content)
    if isBlock { collector.breakParagraph() } else { collector.breakLine() }
    let start = range.lowerBound + (text.utf8.count - content.utf8.count) + prefix
    inline(start..<range.upperBound)
    if content.hasPrefix("#") { collector.breakParagraph() }
  }

  /// The bytes of marks before a line's text, and whether they begin a block.
  private static func blockMarks(_ line: Substring) -> (count: Int, isBlock: Bool) {
    guard
      let match = line.prefixMatch(
        of: /(?:>\s?|#{1,6}\s+|[-*+]\s+(?:\[[ xX]\]\s+)?|\d{1,9}[.)]\s+)+/)
    else { return (0, false) }
    return (match.output.utf8.count, true)
  }

  /// Text without emphasis, code marks, links' targets and comments.
  private mutating func inline(_ range: Range<Int>) {
    var (index, start) = (range.lowerBound, range.lowerBound)
    var end = range.upperBound
    while end > index,
      raw[end - 1] == 0x0D || raw[end - 1] == UInt8(ascii: "#") && isHeadingEnd(end, range)
    { end -= 1 }
    func flush(_ collector: inout TextCollector, to end: Int) {
      if end > start {
        collector.add(String(decoding: raw[start..<end], as: UTF8.self), at: start)
      }
    }
    while index < end {
      let byte = raw[index]
      var skipped = 0
      switch byte {
      case UInt8(ascii: "\\") where index + 1 < end && Self.isPunctuation(raw[index + 1]):
        flush(&collector, to: index)
        start = index + 1
        index += 2
        continue
      case UInt8(ascii: "*"), UInt8(ascii: "`"): skipped = 1
      // Inside a word an underscore is a letter.
      case UInt8(ascii: "_") where !isWord(index - 1, range) || !isWord(index + 1, range):
        skipped = 1
      case UInt8(ascii: "!") where index + 1 < end && raw[index + 1] == UInt8(ascii: "["):
        skipped = 2
      case UInt8(ascii: "["): skipped = 1
      case UInt8(ascii: "]"):
        skipped = 1
        if index + 1 < end, raw[index + 1] == UInt8(ascii: "("),
          let close = raw[(index + 1)..<end].firstIndex(of: UInt8(ascii: ")"))
        {
          skipped = close + 1 - index
        }
      case UInt8(ascii: "<"):
        if let close = raw[index..<end].firstIndex(of: UInt8(ascii: ">")) {
          skipped = close + 1 - index
        }
      default: break
      }
      if skipped > 0 {
        flush(&collector, to: index)
        index += skipped
        start = index
      } else {
        index += 1
      }
    }
    flush(&collector, to: end)
  }

  private func isHeadingEnd(_ end: Int, _ range: Range<Int>) -> Bool {
    raw[range].first == UInt8(ascii: "#") && end > range.lowerBound
  }

  private func isWord(_ index: Int, _ range: Range<Int>) -> Bool {
    guard range.contains(index) else { return false }
    let byte = raw[index]
    return byte >= 0x80 || Unicode.Scalar(byte).properties.isAlphabetic
      || (0x30...0x39).contains(byte)
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }
}

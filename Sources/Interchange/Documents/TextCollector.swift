internal import BitextModel

/// Puts a document's text together from pieces of its markup.
struct TextCollector {
  private(set) var text = ""
  private(set) var pieces: [DocumentText.Piece] = []
  private var part: String?
  private var raw: [UInt8] = []
  /// What stands between the last text and the next: nothing, a space, or line feeds.
  private var gap = ""
  private var pieceStart = 0
  private var pieceOffset: Int?

  var language: LanguageTag?

  var document: DocumentText {
    var copy = self
    copy.close()
    return DocumentText(text: copy.text, language: language, pieces: copy.pieces)
  }

  /// Goes on with another file or entry.
  mutating func begin(part: String?, raw: [UInt8]) {
    close()
    (self.part, self.raw) = (part, raw)
  }

  /// - Parameters:
  ///   - offset: Where the text begins in the raw bytes.
  ///   - keepsSpace: Whether white space is kept as it is; by default a run of it is one space.
  mutating func add(_ addition: String, at offset: Int, keepsSpace: Bool = false) {
    var place = offset
    for scalar in addition.unicodeScalars {
      let (start, end) = source(of: scalar, at: place)
      place = end
      let isSpace = scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
      if isSpace, !keepsSpace {
        if gap.isEmpty, !text.isEmpty { gap = " " }
        continue
      }
      if !gap.isEmpty {
        close()
        text += gap
        gap = ""
      }
      if pieceOffset == nil || pieceOffset.map({ $0 + text.utf8.count - pieceStart }) != start {
        close()
        (pieceStart, pieceOffset) = (text.utf8.count, start)
      }
      text.unicodeScalars.append(scalar)
    }
  }

  /// Text that the file has as an element.
  mutating func insert(_ addition: String) {
    close()
    text += gap + addition
    gap = ""
  }

  mutating func breakLine() {
    guard !text.isEmpty else { return }
    if gap == "" || gap == " " { gap = "\n" }
  }

  mutating func breakParagraph() {
    guard !text.isEmpty else { return }
    gap = "\n\n"
  }

  private mutating func close() {
    if let offset = pieceOffset, text.utf8.count > pieceStart {
      pieces.append(
        DocumentText.Piece(range: pieceStart..<text.utf8.count, part: part, offset: offset))
    }
    pieceOffset = nil
  }

  /// Where a character stands, and where the next one does: references are longer than what they mean.
  private func source(of scalar: Unicode.Scalar, at place: Int) -> (start: Int, end: Int) {
    let length = UTF8.width(scalar)
    guard raw.indices ~= place, raw[place] == UInt8(ascii: "&") else {
      return (place, place + length)
    }
    let name = raw[(place + 1)...].prefix(32).prefix { byte in
      byte == UInt8(ascii: "#") || Unicode.Scalar(byte).properties.isAlphabetic && byte < 0x80
        || (0x30...0x39).contains(byte)
    }
    guard !name.isEmpty, name.endIndex < raw.count, raw[name.endIndex] == UInt8(ascii: ";") else {
      return (place, place + length)
    }
    return (place, name.endIndex + 1)
  }
}

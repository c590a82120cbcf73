public import BitextModel

/// The text that people read in a document, and where each part of it stands in the file.
public struct DocumentText: Sendable, Hashable {
  public let text: String
  /// As the file says; `nil` when it does not.
  public let language: LanguageTag?
  /// Ascending by `range`, which together leave out only white space that the file does not have.
  public let pieces: [Piece]

  /// A run of bytes that stands in the file as it does in the text, but for references such as `&amp;`.
  public struct Piece: Sendable, Hashable {
    /// Half-open UTF-8 offsets in the text.
    public let range: Range<Int>
    /// The entry of an archive, such as `word/document.xml`; `nil` for a file that is none.
    public let part: String?
    /// Where the run begins in the file or the entry, in UTF-8 bytes.
    public let offset: Int
  }

  /// Where an offset of the text stands in the file; `nil` for white space that was put in.
  public func source(of offset: Int) -> (part: String?, offset: Int)? {
    // Pieces ascend: the last one that begins at or before the offset.
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, pieces[low - 1].range.contains(offset) else { return nil }
    let piece = pieces[low - 1]
    return (piece.part, piece.offset + offset - piece.range.lowerBound)
  }

  init(text: String, language: LanguageTag?, pieces: [Piece]) {
    (self.text, self.language, self.pieces) = (text, language, pieces)
  }

  /// A text that is its own file.
  public init(plain text: String) {
    let piece = Piece(range: 0..<text.utf8.count, part: nil, offset: 0)
    self.init(text: text, language: nil, pieces: text.isEmpty ? [] : [piece])
  }
}

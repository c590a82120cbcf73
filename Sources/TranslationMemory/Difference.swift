internal import BitextModel
internal import UnicodeText

/// What turns one text into another, word by word.
///
/// The pieces kept and deleted, joined, are the first text byte for byte; those kept and inserted have
/// the tokens of the second, with the first's white space where they are kept. A deletion comes before
/// an insertion in the same place.
public struct Difference: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable { case keep, insert, delete }

  public struct Piece: Sendable, Hashable, Codable {
    public let kind: Kind
    /// Whole tokens with the white space after them.
    public let text: String

    enum CodingKeys: String, CodingKey {
      case kind = "op"
      case text
    }
  }

  public let pieces: [Piece]

  /// Words and punctuation marks are compared as written, by the shortest edit script (Myers 1986).
  public init(from old: ComparedText, to new: ComparedText) {
    let (before, after) = (Self.words(of: old), Self.words(of: new))
    let script = after.map(\.word).difference(from: before.map(\.word))
    var removed = Set<Int>()
    var inserted = Set<Int>()
    for change in script {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var pieces: [Piece] = []
    let add = { (kind: Kind, text: String) in
      if let last = pieces.last, last.kind == kind {
        pieces[pieces.count - 1] = Piece(kind: kind, text: last.text + text)
      } else if !text.isEmpty {
        pieces.append(Piece(kind: kind, text: text))
      }
    }
    add(.keep, String(old.text.prefix(upTo: before.first?.start ?? old.text.endIndex)))
    var (i, j) = (0, 0)
    while i < before.count || j < after.count {
      if i < before.count, removed.contains(i) {
        add(.delete, before[i].spaced)
        i += 1
      } else if j < after.count, inserted.contains(j) {
        // What was the end of the old text has no space to part it from what follows now.
        let isParted = pieces.last { $0.kind != .delete }?.text.last?.isWhitespace ?? true
        add(.insert, (after[j].followsSpace && !isParted ? " " : "") + after[j].spaced)
        j += 1
      } else {
        add(.keep, before[i].spaced)
        (i, j) = (i + 1, j + 1)
      }
    }
    self.pieces = pieces
  }

  private struct Word {
    let start: String.Index
    let word: Substring
    /// With the white space up to the next token.
    let spaced: String
    /// Whether white space stands before it.
    let followsSpace: Bool
  }

  private static func words(of text: ComparedText) -> [Word] {
    let bounds = text.tokens.map(\.range.lowerBound).dropFirst() + [text.text.utf8.count]
    return zip(text.tokens, bounds).map { token, end in
      let word = text.text(of: token)
      return Word(
        start: word.startIndex, word: word,
        spaced: String(text.text.utf8Slice(token.range.lowerBound..<end)),
        followsSpace: isAfterSpace(word.startIndex, in: text.text))
    }
  }

  private static func isAfterSpace(_ index: String.Index, in text: String) -> Bool {
    guard index > text.startIndex else { return false }
    // A byte of ASCII before a token is a character; only others have to be put together.
    let byte = text.utf8[text.utf8.index(before: index)]
    if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) }
    return text[..<index].last?.isWhitespace ?? false
  }
}

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

  /// Words and punctuation marks are compared as written, by the shortest edit script (Myers 1986)
  /// between the words that the texts share at their beginning and at their end.
  public init(from old: ComparedText, to new: ComparedText) {
    let (before, after) = (SpacedWords(old), SpacedWords(new))
    let (stays, isThere) = Self.common(before.words, after.words)
    var pieces: [Piece] = []
    let add = { (kind: Kind, text: String) in
      if let last = pieces.last, last.kind == kind {
        pieces[pieces.count - 1] = Piece(kind: kind, text: last.text + text)
      } else if !text.isEmpty {
        pieces.append(Piece(kind: kind, text: text))
      }
    }
    add(.keep, before.leadingSpace)
    var (i, j) = (0, 0)
    while i < stays.count || j < isThere.count {
      let deleted = i..<(stays[i...].firstIndex(of: true) ?? stays.count)
      add(.delete, before.text(deleted))
      let inserted = j..<(isThere[j...].firstIndex(of: true) ?? isThere.count)
      if !inserted.isEmpty {
        // What was the end of the old text has no space to part it from what follows now.
        let isParted = pieces.last { $0.kind != .delete }?.text.last?.isWhitespace ?? true
        add(
          .insert,
          (!isParted && after.followsSpace(inserted.lowerBound) ? " " : "") + after.text(inserted))
      }
      (i, j) = (deleted.upperBound, inserted.upperBound)
      let start = i
      while i < stays.count, stays[i], j < isThere.count, isThere[j] { (i, j) = (i + 1, j + 1) }
      add(.keep, before.text(start..<i))
    }
    self.pieces = pieces
  }

  /// Which words of each are words of the other, in the same order: as many as there can be.
  private static func common(_ old: [Substring], _ new: [Substring]) -> (old: [Bool], new: [Bool]) {
    var first = 0
    while first < min(old.count, new.count), old[first] == new[first] { first += 1 }
    var (end, newEnd) = (old.count, new.count)
    while end > first, newEnd > first, old[end - 1] == new[newEnd - 1] {
      (end, newEnd) = (end - 1, newEnd - 1)
    }
    var common = (
      old: [Bool](repeating: true, count: old.count), new: [Bool](repeating: true, count: new.count)
    )
    for change in new[first..<newEnd].difference(from: old[first..<end]) {
      switch change {
      case .remove(let offset, _, _): common.old[first + offset] = false
      case .insert(let offset, _, _): common.new[first + offset] = false
      }
    }
    return common
  }
}

/// The words and marks of a text, each with the white space up to the next.
private struct SpacedWords {
  let words: [Substring]
  private let text: String
  /// Where each begins, and the end of the text; UTF-8 offsets.
  private let starts: [Int]

  init(_ compared: ComparedText) {
    text = compared.text
    words = compared.tokens.map { compared.text(of: $0) }
    starts = compared.tokens.map(\.range.lowerBound) + [text.utf8.count]
  }

  var leadingSpace: String { String(text.utf8Slice(0..<starts[0])) }

  /// Some neighbours, with the white space after each.
  func text(_ range: Range<Int>) -> String {
    String(text.utf8Slice(starts[range.lowerBound]..<starts[range.upperBound]))
  }

  func followsSpace(_ word: Int) -> Bool {
    text.utf8Slice(0..<starts[word]).last?.isWhitespace ?? false
  }
}

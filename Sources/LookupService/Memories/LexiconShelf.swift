internal import BitextToolkit
internal import Synchronization

/// The lexicons that alignments have asked for, opened once.
final class LexiconShelf: Sendable {
  // A class, because it owns the opened lexicons for all requests.
  private let opened = Mutex<[[LanguageTag]: [Lexicon]]>([:])

  /// Those of two languages on this machine; none where there is none.
  func lexicons(_ source: LanguageTag, _ target: LanguageTag) throws -> [Lexicon] {
    try opened.withLock { opened in
      if let known = opened[[source, target]] { return known }
      let found = try LexiconFolder.find(source, target).map { [$0] } ?? []
      opened[[source, target]] = found
      return found
    }
  }
}

internal import BitextModel
internal import GRDB
internal import TranslationMemory

/// The words of variants as SQLite's full-text index has them: a token is the language and the key of
/// a word, so that ICU alone decides what a word is.
enum WordIndex {
  static func token(_ key: WordKey, language: String) -> String {
    // Whether a word is a number does not matter to a search.
    language + String(key.rawValue >> 1, radix: 36)
  }

  static func tokens(_ keys: [WordKey], language: String) -> String {
    keys.map { token($0, language: language) }.joined(separator: " ")
  }

  static func token(folded: String, language: String) -> String {
    token(WordKey(folded: folded, isNumber: false), language: language)
  }
}

extension WordKey {
  /// Four bytes a key, the lowest first.
  static func encode(_ keys: [WordKey]) -> [UInt8] {
    keys.flatMap { key in (0..<4).map { UInt8(truncatingIfNeeded: key.rawValue >> ($0 * 8)) } }
  }

  static func decode(_ bytes: UnsafeRawBufferPointer) -> [WordKey] {
    (0..<bytes.count / 4).map { index in
      let value = bytes.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)
      return WordKey(rawValue: UInt32(littleEndian: value))
    }
  }
}

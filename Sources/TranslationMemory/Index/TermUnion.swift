internal import Synchronization
internal import UnicodeText

/// The terms of several sources as one list, the most frequent first.
struct TermUnion {
  /// For each source, what each of its terms is in the list; `nil` for one that no entry has any more.
  let numbers: [[UInt32]]
  let keys: [UInt64]
  /// In how many entries each term stands.
  let counts: [UInt32]
  private let words: [String]

  static let absent = UInt32.max

  /// - Parameter order: The entries that count.
  init<Source: SideSource>(_ sources: [Source], order: [Place]) {
    var first: [UInt64: UInt32] = [:]
    var keys: [UInt64] = []
    var words: [String] = []
    var numbers = sources.map { source in
      (0..<source.termCount).map { term in
        let key = source.key(ofTerm: term)
        if let known = first[key] { return known }
        let number = UInt32(keys.count)
        first[key] = number
        keys.append(key)
        words.append(source.word(ofTerm: term))
        return number
      }
    }
    first = [:]
    var counts = [UInt32](repeating: 0, count: keys.count)
    var seen = [Int](repeating: -1, count: keys.count)
    for (index, place) in order.enumerated() {
      let map = numbers[place.source]
      sources[place.source].forEachToken(place.entry) { token in
        let term = Int(map[token])
        if seen[term] != index {
          seen[term] = index
          counts[term] += 1
        }
      }
    }
    let ranked = keys.indices.filter { counts[$0] > 0 }
      .sorted { (counts[$1], keys[$0]) < (counts[$0], keys[$1]) }
    var ranks = [UInt32](repeating: Self.absent, count: keys.count)
    for (rank, term) in ranked.enumerated() { ranks[term] = UInt32(rank) }
    for source in numbers.indices {
      for term in numbers[source].indices {
        numbers[source][term] = ranks[Int(numbers[source][term])]
      }
    }
    self.numbers = numbers
    self.keys = ranked.map { keys[$0] }
    self.counts = ranked.map { counts[$0] }
    self.words = ranked.map { words[$0] }
  }

  /// The words as a segment keeps them, and the terms in the order of their words without diacritics.
  func spellings() -> (bytes: [UInt8], starts: [UInt32], alphabet: [UInt32]) {
    var bytes: [UInt8] = []
    var starts: [UInt32] = [0]
    var bareStarts: [Int] = []
    for word in words {
      let start = bytes.count
      bytes.append(contentsOf: word.utf8)
      let bare = Diacritics.removed(from: word)
      if bare.utf8.elementsEqual(word.utf8) {
        bareStarts.append(start)
      } else {
        bytes.append(0)
        bareStarts.append(bytes.count)
        bytes.append(contentsOf: bare.utf8)
      }
      starts.append(UInt32(bytes.count))
    }
    let alphabet = bytes.withUnsafeBufferPointer { bytes in
      let bare = { (term: UInt32) in
        UnsafeBufferPointer(
          rebasing: bytes[bareStarts[Int(term)]..<Int(starts[Int(term) + 1])])
      }
      return (0..<UInt32(words.count)).sorted { a, b in
        let order = Alphabet.compare(bare(a), bare(b))
        return order == 0 ? a < b : order < 0
      }
    }
    return (bytes, starts, alphabet)
  }
}

/// The order of words in a segment: byte by byte.
enum Alphabet {
  /// Negative, 0 or positive.
  static func compare(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
    let common = min(a.count, b.count)
    for index in 0..<common where a[index] != b[index] { return Int(a[index]) - Int(b[index]) }
    return a.count - b.count
  }
}

/// Words without the marks on their letters: `resume` for `résumé`.
enum Diacritics {
  private static let transform = Mutex<Transliterator?>(
    try? Transliterator("NFD; [:Mn:] Remove; NFC"))

  static func removed(from word: String) -> String {
    if word.utf8.allSatisfy({ $0 < 0x80 }) { return word }
    return transform.withLock { transform in
      switch transform {
      case .some(let transform): transform.transform(word)
      case .none: word
      }
    }
  }
}

/// An entry of one of several sources.
struct Place {
  private let packed: UInt64

  init(source: Int, entry: Int) {
    packed = UInt64(source) << 40 | UInt64(entry)
  }

  var source: Int { Int(packed >> 40) }
  var entry: Int { Int(packed & (1 << 40 - 1)) }
}

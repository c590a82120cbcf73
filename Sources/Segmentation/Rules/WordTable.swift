/// Words with their traits, looked up by the bytes of a text without making a string of them.
///
/// A hash table with open addressing: a document asks for two words a sentence, and this keeps the asking
/// cheaper than the finding of the sentence.
struct WordTable: Sendable, Hashable {
  private var keys: [UInt8] = []
  /// Where each word's bytes start; one more than there are words.
  private var starts: [Int] = [0]
  private var traits: [WordTraits] = []
  /// Numbers of words plus one by hash; 0 is free. The count is a power of two.
  private var slots: [UInt32]

  init(_ words: [String: WordTraits]) {
    var capacity = 16
    while capacity < words.count * 2 { capacity *= 2 }
    slots = Array(repeating: 0, count: capacity)
    for (word, value) in words.sorted(by: { $0.key < $1.key }) {
      keys += Array(word.utf8)
      starts.append(keys.count)
      traits.append(value)
      let hash = Array(word.utf8).withUnsafeBufferPointer { Self.hash($0) }
      var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = UInt32(traits.count)
    }
  }

  /// The traits of the word in these bytes; none when the table does not have it.
  ///
  /// - Parameter lowered: The index of a byte to read with the bit that makes a letter lower case, as
  ///   it does in ASCII and Latin-1; `nil` to read all as they are.
  func traits(of word: UnsafeBufferPointer<UInt8>, lowered: Int? = nil) -> WordTraits {
    var slot = Int(truncatingIfNeeded: Self.hash(word, lowered)) & (slots.count - 1)
    while case let number = Int(slots[slot]), number != 0 {
      let start = starts[number - 1]
      if starts[number] - start == word.count, matches(word, lowered, at: start) {
        return traits[number - 1]
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return []
  }

  /// The traits of the word that these bytes are with ASCII letters in lower case.
  func traits(ofLowered word: UnsafeBufferPointer<UInt8>) -> WordTraits {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count) { lowered in
      for index in word.indices {
        lowered[index] = FoldedLine.lowered(word[index])
      }
      return traits(of: UnsafeBufferPointer(lowered))
    }
  }

  private func matches(_ word: UnsafeBufferPointer<UInt8>, _ lowered: Int?, at start: Int) -> Bool {
    for index in word.indices {
      let byte = index == lowered ? word[index] | 0x20 : word[index]
      if keys[start + index] != byte { return false }
    }
    return true
  }

  /// FNV-1a, 64 bits (Fowler, Noll & Vo), with its upper half folded into the lower.
  static func hash(_ word: UnsafeBufferPointer<UInt8>, _ lowered: Int? = nil) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in word.indices {
      let byte = index == lowered ? word[index] | 0x20 : word[index]
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return hash ^ hash >> 32
  }
}

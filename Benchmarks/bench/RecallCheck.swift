internal import BitextToolkit
internal import UnicodeText

/// Compares each query with every unit, and that with what lookup finds.
struct RecallCheck {
  private let memory: Memory
  private let from, to: LanguageTag
  private var numbers: [String: UInt32] = [:]
  private var texts: [String] = []
  private var starts: [Int] = [0]
  /// The words as numbers, and with every number of the text made alike.
  private var words: [UInt32] = []
  private var masked: [UInt32] = []
  private let tokenizer: Tokenizer

  /// A class, because the tokenizer inside is a unique owner.
  private final class Tokenizer {
    let words: WordTokenizer

    init() throws { words = try WordTokenizer() }
  }

  init(_ sample: MemorySample, memory: Memory, from: LanguageTag, to: LanguageTag) throws {
    (self.memory, self.from, self.to) = (memory, from, to)
    tokenizer = try Tokenizer()
    var check = (numbers, texts, starts, words, masked)
    try sample.forEachPair { source, _ in
      let text = try Self.numbered(source, tokenizer, &check.0)
      check.1.append(source)
      check.3 += text.words
      check.4 += text.masked
      check.2.append(check.3.count)
    }
    (numbers, texts, starts, words, masked) = check
  }

  private static func numbered(
    _ text: String, _ tokenizer: Tokenizer, _ numbers: inout [String: UInt32]
  ) throws -> (words: [UInt32], masked: [UInt32]) {
    var (words, masked): ([UInt32], [UInt32]) = ([], [])
    for token in try tokenizer.words.tokens(in: text) where token.kind != .punctuation {
      let word = Folding.caseFolded(String(text.utf8Slice(token.range)))
      let number = numbers[word] ?? UInt32(numbers.count + 1)
      numbers[word] = number
      words.append(number)
      masked.append(token.kind == .number ? 0 : number)
    }
    return (words, masked)
  }

  /// How many queries have, by brute force, the same five best similarities as by lookup.
  func run(_ queries: [String]) throws -> String {
    var (same, sameBest, found) = (0, 0, 0)
    var numbers = numbers
    for query in queries {
      let expected = try best(query, &numbers)
      let actual = try memory.consult { snapshot in
        try FuzzyLookup(snapshot, penalties: .none).matches(
          for: LookupQuery(query), from: from, to: to
        ).map(\.match.similarity)
      }
      if expected == actual { same += 1 }
      if expected.first == actual.first { sameBest += 1 }
      if !expected.isEmpty { found += 1 }
    }
    return "\(same) of \(queries.count) alike, \(sameBest) in the best, \(found) found"
  }

  private func best(_ query: String, _ numbers: inout [String: UInt32]) throws -> [Int] {
    let asked = try Self.numbered(query, tokenizer, &numbers)
    let compared = try ComparedText(SegmentContent(query), tokenizer: tokenizer.words)
    var counts = [Int](repeating: 0, count: 101)
    var row = [Int](repeating: 0, count: 512)
    for entry in texts.indices {
      let range = starts[entry]..<starts[entry + 1]
      let longer = max(asked.words.count, range.count)
      // No edit distance is less than the difference of the lengths.
      guard 100 * min(asked.words.count, range.count) >= 70 * longer else { continue }
      if range.count == asked.masked.count, masked[range].elementsEqual(asked.masked) {
        let other = try ComparedText(SegmentContent(texts[entry]), tokenizer: tokenizer.words)
        counts[TextSimilarity.percent(compared, other)] += 1
      } else if !range.isEmpty {
        let distance = words.withUnsafeBufferPointer {
          Self.distance(asked.words, $0[range], &row, most: longer * 30 / 100)
        }
        counts[max(0, 100 * (longer - distance) / longer)] += 1
      }
    }
    var best: [Int] = []
    for similarity in stride(from: 100, through: 70, by: -1) {
      best += repeatElement(similarity, count: min(counts[similarity], 5 - best.count))
    }
    return best
  }

  /// The textbook table, row by row (Wagner & Fischer 1974), given up when a whole row is above `most`.
  private static func distance(
    _ a: [UInt32], _ b: Slice<UnsafeBufferPointer<UInt32>>, _ row: inout [Int], most: Int
  ) -> Int {
    let count = b.count
    if row.count <= count { row = [Int](repeating: 0, count: count + 1) }
    for j in 0...count { row[j] = j }
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      var least = i + 1
      for j in 0..<count {
        let replaced = diagonal + (a[i] == b[b.startIndex + j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
        least = min(least, row[j + 1])
      }
      if least > most { return max(a.count, count) }
    }
    return row[count]
  }
}

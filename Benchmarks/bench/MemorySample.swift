internal import ArgumentParser
internal import BitextToolkit
internal import Foundation
internal import UnicodeText

/// The units that a memory is measured with: those of a file, or sentences made from a seed.
struct MemorySample {
  let from, to: LanguageTag
  private let size: Int?
  private let file: String?

  init(from: LanguageTag, to: LanguageTag, size: Int?, file: String?) {
    (self.from, self.to, self.size, self.file) = (from, to, size, file)
  }

  var subject: String {
    let name = file.map { URL(fileURLWithPath: $0).lastPathComponent } ?? "made from a seed"
    return "\(name), \(size.map(String.init) ?? "all") units, \(from)-\(to)"
  }

  /// Adds the units to a new memory.
  func fill(_ place: String) throws {
    if let file, size == nil {
      _ = try MemoryAddition(to: place, columns: [from, to]).add(file)
      return
    }
    let memory = try Memory.writing(MemoryFolder(path: place), creating: true)
    var cursor = PairCursor(
      pairs: try PairSource(file, size: size ?? 100_000), languages: [from, to])
    _ = try memory.add(&cursor, from: file ?? "seed", at: "2026-01-01T00:00:00Z")
    try memory.settle()
  }

  /// Hands over the pairs of texts.
  func forEachPair(_ take: (String, String) throws -> Void) throws {
    if let file, file.hasSuffix(".tmx") {
      var reader = try TMX.Reader(path: file)
      while let unit = try reader.next() {
        if let source = unit.variant(in: from), let target = unit.variant(in: to) {
          try take(source.content.text, target.content.text)
        }
      }
      return
    }
    var pairs = try PairSource(file, size: size ?? (file == nil ? 100_000 : .max))
    while let (source, target) = pairs.next() { try take(source, target) }
  }

  var firstPhrase: Phrase {
    get throws {
      guard let phrase = try Phrase("bench", tokenizer: WordTokenizer()) else {
        throw ValidationError("no phrase")
      }
      return phrase
    }
  }

  /// The queries of a file, or sentences of the sample itself, some with a word changed.
  func queries(_ path: String?) throws -> (lookups: [String], phrases: [Phrase]) {
    let tokenizer = try WordTokenizer()
    var (lookups, phrases): ([String], [Phrase]) = ([], [])
    if let path {
      for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count > 1 else { continue }
        if fields[0] == "conc" {
          if let phrase = try Phrase(fields[1], tokenizer: tokenizer) { phrases.append(phrase) }
        } else {
          lookups.append(fields[1])
        }
      }
      return (lookups, phrases)
    }
    var number = 0
    try forEachPair { source, _ in
      number += 1
      guard number % 97 == 0, lookups.count < 1000 else { return }
      var words = source.split(separator: " ").map(String.init)
      if number % 2 == 0, words.count > 3 { words.remove(at: number % words.count) }
      lookups.append(words.joined(separator: " "))
      let phrase = words.dropFirst(number % max(1, words.count)).prefix(2).joined(separator: " ")
      if let phrase = try Phrase(phrase, tokenizer: tokenizer) { phrases.append(phrase) }
    }
    return (lookups, phrases)
  }
}

/// Pairs of texts, from a file of tab-separated values or made up: the same in every run.
struct PairSource: IteratorProtocol {
  private let lines: Lines?
  private var left: Int
  private var generator: SplitMix
  private let words: [(String, String)]

  init(_ path: String?, size: Int, seed: UInt64 = 20_261_121) throws {
    generator = SplitMix(state: seed)
    lines = try path.map { try Lines($0) }
    left = size
    var spelling = SplitMix(state: 7)
    let syllables = ["ba", "ke", "lo", "mi", "tu", "ra", "sen", "dor", "fi", "gal", "hun", "pel"]
    words = (0..<20_000).map { _ in
      let word = (0..<Int(spelling.next() % 3) + 1)
        .map { _ in syllables[Int(spelling.next() % UInt64(syllables.count))] }.joined()
      return (word, String(word.reversed()))
    }
  }

  mutating func next() -> (String, String)? {
    guard left > 0 else { return nil }
    left -= 1
    if let lines {
      while let line = lines.next() {
        let fields = line.split(separator: "\t", maxSplits: 2)
        if fields.count > 1 { return (String(fields[0]), String(fields[1])) }
      }
      return nil
    }
    let chosen = (0..<Int(generator.next() % 18) + 3).map { _ in
      // Frequent words come first, as in a language (Zipf 1949): the rank's logarithm is uniform.
      let share = Double(generator.next() % 1_000_000) / 1_000_000
      return words[min(words.count - 1, Int(pow(Double(words.count), share)) - 1)]
    }
    return (
      chosen.map(\.0).joined(separator: " "), chosen.map(\.1).joined(separator: " ")
    )
  }
}

/// SplitMix64 (Steele et al. 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// The lines of a file, read as they are asked for. A class, because it owns the file.
final class Lines {
  private let file: UnsafeMutablePointer<FILE>
  private var buffer: UnsafeMutablePointer<CChar>?
  private var capacity = 0

  init(_ path: String) throws {
    guard let file = fopen(path, "r") else { throw ValidationError("\(path): cannot be read") }
    self.file = file
  }

  deinit {
    fclose(file)
    free(buffer)
  }

  func next() -> Substring? {
    let count = getline(&buffer, &capacity, file)
    guard count > 0, let buffer else { return nil }
    let bytes = UnsafeRawBufferPointer(start: buffer, count: count)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").first ?? ""
  }
}

struct PairCursor: UnitCursor {
  var pairs: PairSource
  let languages: [LanguageTag]

  mutating func next() -> TranslationUnit? {
    pairs.next().map { source, target in
      TranslationUnit(
        variants: zip(languages, [source, target]).map {
          Variant(language: $0, content: SegmentContent($1))
        })
    }
  }
}

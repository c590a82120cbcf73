internal import BitextModel
internal import UnicodeText

/// Reads the Ding dictionary (Frank Richter, TU Chemnitz): Debian's `trans-de-en`.
///
/// A line is `de :: en`. Parts between ` | ` correspond by position, synonyms between `;` all to all.
/// `DingSynonyms` says what becomes of remarks.
public struct DingReader {
  /// What reading found, beside the entries.
  public typealias Report = DictionaryReport

  private let german = DingSynonyms(placeholders: DingSynonyms.german)
  private let english = DingSynonyms(placeholders: DingSynonyms.english)

  /// Adds every entry of the dictionary's text, German first, to the builder.
  ///
  /// - Parameter headwords: The side of German.
  /// - Complexity: O(n) in its bytes.
  public static func read(
    _ text: String, headwords: Lexicon.Side = .source, into builder: inout LexiconBuilder
  ) -> Report {
    var report = Report()
    report.version = version(of: text)
    let reader = DingReader()
    var folded = Folding.caseFolded(text)
    folded.withUTF8 { bytes in
      for (number, line) in bytes.lines.enumerated() where !line.isEmpty {
        if line[line.startIndex] == UInt8(ascii: "#") { continue }
        guard let separator = line.firstIndex(of: [0x20, 0x3A, 0x3A, 0x20]) else {
          report.skip(line: number + 1, line)
          continue
        }
        reader.read(
          line[..<separator], line[(separator + 4)...], headwords, &report, into: &builder)
      }
    }
    return report
  }

  /// What the comments at the top say, empty when they say nothing.
  private static func version(of text: String) -> String {
    let mark = "# Version :: "
    for line in text.utf8.prefix(2000).split(separator: UInt8(ascii: "\n")) {
      if let line = String(line), line.hasPrefix(mark) { return String(line.dropFirst(mark.count)) }
    }
    return ""
  }

  private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  private func read(
    _ left: Bytes, _ right: Bytes, _ side: Lexicon.Side, _ report: inout Report,
    into builder: inout LexiconBuilder
  ) {
    let bar = UInt8(ascii: "|")
    let germans = left.split(separator: bar, omittingEmptySubsequences: false)
    let englishes = right.split(separator: bar, omittingEmptySubsequences: false)
    let count = germans.count == englishes.count ? germans.count : 1
    for part in 0..<count {
      let a = german.terms(of: germans[part], side, &builder)
      let b = english.terms(of: englishes[part], side.other, &builder)
      for x in a {
        for y in b { side == .source ? builder.add(x, y) : builder.add(y, x) }
      }
      report.entries += a.count * b.count
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The lines without their line feed and carriage return.
  var lines: some Sequence<Slice<UnsafeBufferPointer<UInt8>>> {
    self[...].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).lazy.map {
      $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0
    }
  }
}

extension Slice where Base == UnsafeBufferPointer<UInt8> {
  /// Where those bytes first stand.
  func firstIndex(of pattern: [UInt8]) -> Int? {
    guard let first = pattern.first, count >= pattern.count else { return nil }
    var place = startIndex
    while place <= endIndex - pattern.count {
      if self[place] == first, self[place...].starts(with: pattern) { return place }
      place += 1
    }
    return nil
  }
}

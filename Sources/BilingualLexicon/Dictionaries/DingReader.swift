internal import Foundation

/// Reads the Ding dictionary (Frank Richter, TU Chemnitz): Debian's `trans-de-en`.
///
/// A line is `de :: en`. Parts between ` | ` correspond by position, synonyms between `;` all to all.
/// Remarks in `(…) […] <…> /…/` go; what `{…}` says of a verb's forms stays as further synonyms.
public struct DingReader {
  /// What reading found, beside the entries.
  public struct Report: Sendable, Hashable {
    /// Pairs of terms given to the builder.
    public var entries = 0
    /// Lines without a `::`.
    public var skipped = 0
    /// The first three of them, one-based, for a person to look at.
    public var firstSkipped: [Int] = []
    /// The dictionary's own version line, empty when it has none.
    public var version = ""

    public init() {}
  }

  /// A longer phrase is an example sentence: no entry is made.
  private static let longestTerm = 5

  /// Adds every entry of the dictionary's text, German first, to the builder.
  ///
  /// - Complexity: O(n) in its bytes.
  public static func read(_ text: String, into builder: inout LexiconBuilder) -> Report {
    var report = Report()
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.isEmpty { continue }
      if line.hasPrefix("#") {
        if let version = line.range(of: "# Version :: ") {
          report.version = String(line[version.upperBound...])
        }
        continue
      }
      guard let separator = line.range(of: " :: ") else {
        report.skipped += 1
        if report.firstSkipped.count < 3 { report.firstSkipped.append(number + 1) }
        continue
      }
      let source = parts(of: line[..<separator.lowerBound])
      let target = parts(of: line[separator.upperBound...])
      for (a, b) in source.count == target.count
        ? Array(zip(source, target)) : [(source[0], target[0])]
      {
        report.entries += add(terms(of: a, .german), terms(of: b, .english), to: &builder)
        builder.count(wordsOf: withoutRemarks(a), .source)
        builder.count(wordsOf: withoutRemarks(b), .target)
      }
    }
    return report
  }

  private static func add(
    _ source: [String], _ target: [String], to builder: inout LexiconBuilder
  ) -> Int {
    let isShort = { (term: String) in term.count { $0 == " " } < longestTerm }
    let pairs = (source.filter(isShort), target.filter(isShort))
    for a in pairs.0 {
      for b in pairs.1 { builder.add(a, b) }
    }
    return pairs.0.count * pairs.1.count
  }

  private static func parts(of side: Substring) -> [Substring] {
    side.split(separator: "|", omittingEmptySubsequences: false)
  }

  // MARK: Terms

  private struct Grammar {
    /// Words that stand for an object or a subject, or introduce a verb.
    let placeholders: Set<Substring>

    static let german = Grammar(placeholders: [
      "etw.", "etw", "jdn.", "jdm.", "jds.", "jd.", "jmd.", "jmdn.", "jmdm.", "sich", "er/sie",
      "ich/er/sie", "er/sie/es", "ich", "er", "sie", "es", "wir", "du", "hat/hatte", "ist/war",
      "der", "die", "das", "ein", "eine", "einen", "einem", "einer",
    ])
    static let english = Grammar(placeholders: [
      "to", "sb.", "sth.", "sb.'s", "sb./sth.", "sth./sb.", "oneself", "one's", "he/she",
      "i/he/she",
      "we", "you", "i", "he", "she", "it", "has/had", "is/was", "the", "a", "an", "do", "(to)",
    ])
  }

  /// The synonyms of a part, bare of remarks and placeholders; alternatives `a/b` spelled out.
  private static func terms(of part: Substring, _ grammar: Grammar) -> [String] {
    var terms: [String] = []
    let part = part.replacing(" / ", with: "/")
    for synonym in withoutRemarks(part).split(separator: ";") {
      let words = synonym.split(whereSeparator: \.isWhitespace)
      // A term of placeholders alone, such as “to do”, is itself the word.
      let kept = words.filter { !grammar.placeholders.contains(Substring($0.lowercased())) }
      for term in spelledOut(kept.isEmpty ? words : kept) where !terms.contains(term) {
        terms.append(term)
      }
    }
    return terms
  }

  /// `issue a cheque/check` as its two readings; eight at most.
  private static func spelledOut(_ words: [Substring]) -> [String] {
    var readings: [[Substring]] = [[]]
    for word in words {
      let trimmed = word.trimmingCharacters(in: punctuation)
      let choices = trimmed.split(separator: "/")
      if choices.isEmpty { continue }
      let wanted = readings.count * choices.count <= 8 ? choices : choices.prefix(1).map(\.self)
      readings = readings.flatMap { reading in wanted.map { reading + [Substring($0)] } }
    }
    return readings.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
  }

  private static let punctuation = CharacterSet(charactersIn: "!?.,:…\"'„“”‚‘’<>=+*~()")

  /// Drops what stands in brackets, except forms of a verb: `{hid; hidden}` becomes `; hid; hidden`.
  private static func withoutRemarks(_ part: some StringProtocol) -> String {
    var (kept, remark): ([UInt8], [UInt8]) = ([], [])
    var closer: UInt8?
    var previous = UInt8(ascii: " ")
    for byte in part.utf8 {
      defer { previous = byte }
      if let expected = closer {
        if byte != expected {
          remark.append(byte)
          continue
        }
        closer = nil
        if byte == UInt8(ascii: "}"), remark.contains(UInt8(ascii: ";")) {
          kept += [UInt8(ascii: ";")] + remark + [UInt8(ascii: ";")]
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "("): closer = UInt8(ascii: ")")
      case UInt8(ascii: "{"): closer = UInt8(ascii: "}")
      case UInt8(ascii: "["): closer = UInt8(ascii: "]")
      case UInt8(ascii: "<"): closer = UInt8(ascii: ">")
      case UInt8(ascii: "/") where previous == UInt8(ascii: " "): closer = UInt8(ascii: "/")
      default:
        kept.append(byte)
        continue
      }
      remark = []
    }
    // A slash that nobody closed was no bracket.
    if closer == UInt8(ascii: "/") { kept += remark }
    return String(decoding: kept, as: UTF8.self)
  }
}

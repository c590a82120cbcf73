internal import BitextModel
internal import UnicodeText

/// Reads a dictionary in the format of dictd (RFC 2229's server): Debian's `dict-freedict-*`.
///
/// The index has a line a headword, its place and length in base-64 digits. An entry is the headword with
/// its pronunciation and part of speech, then lines of translations; other lines are definitions.
public struct DictdReader {
  /// What the dictionary says about itself, and what was read.
  public struct Report: Sendable, Hashable {
    public var reading = DictionaryReport()
    /// Its own name and edition.
    public var name = ""
    /// An SPDX identifier where its description names a known licence; otherwise empty.
    public var licence = ""
  }

  /// A longer phrase explains, and is no term.
  private static let longestTerm = 4

  /// Adds every entry to the builder.
  ///
  /// - Parameters:
  ///   - dictionary: The text that the index points into, unpacked.
  ///   - headwords: The side of the headwords' language.
  public static func read(
    index: [UInt8], dictionary: [UInt8], headwords: Lexicon.Side,
    into builder: inout LexiconBuilder
  ) -> Report {
    var report = Report()
    var seen: Set<Range<Int>> = []
    for (number, line) in index.split(separator: UInt8(ascii: "\n")).enumerated() {
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      guard fields.count >= 3, let start = base64(fields[1]), let length = base64(fields[2]),
        start <= dictionary.count, length <= dictionary.count - start
      else {
        report.reading.skip(line: number + 1, line)
        continue
      }
      // Several headwords may share an entry.
      guard seen.insert(start..<start + length).inserted else { continue }
      let text = String(decoding: dictionary[start..<start + length], as: UTF8.self)
      if fields[0].starts(with: Array("00database".utf8))
        || fields[0].starts(with: Array("00-database".utf8))
      {
        describe(String(decoding: fields[0], as: UTF8.self), text, &report)
      } else {
        report.reading.entries += add(text, headwords, &builder)
      }
    }
    return report
  }

  /// dictd's numbers: digits of base 64, the highest first.
  static func base64(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...8).contains(digits.count) else { return nil }
    var number = 0
    for digit in digits {
      let value: Int
      switch digit {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = Int(digit) - 65
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = Int(digit) - 97 + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = Int(digit) - 48 + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      default: return nil
      }
      number = number << 6 | value
    }
    return number
  }

  private static func describe(_ field: String, _ text: String, _ report: inout Report) {
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
    if field.hasSuffix("short") {
      report.name = lines.first { !$0.hasPrefix("00") }.map(String.init) ?? report.name
    }
    guard field.hasSuffix("info") else { return }
    if let edition = lines.first(where: { $0.hasPrefix("Edition:") }) {
      report.reading.version = String(edition.dropFirst("Edition:".count).drop { $0 == " " })
    }
    let words = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    report.licence = licences.first { words.contains($0.phrase) }?.identifier ?? ""
  }

  /// As descriptions word them, the narrower first.
  private static let licences = [
    (phrase: "Attribution-ShareAlike 3.0", identifier: "CC-BY-SA-3.0"),
    (phrase: "Attribution-ShareAlike 4.0", identifier: "CC-BY-SA-4.0"),
    (phrase: "GNU General Public License ver. 3.0 and any later", identifier: "GPL-3.0-or-later"),
    (phrase: "GNU General Public License ver. 2.0 and any later", identifier: "GPL-2.0-or-later"),
    (phrase: "GNU Free Documentation License", identifier: "GFDL-1.3-or-later"),
    (phrase: "GNU General Public License", identifier: "GPL-2.0-or-later"),
  ]

  // MARK: Entries

  private static func add(
    _ entry: String, _ side: Lexicon.Side, _ builder: inout LexiconBuilder
  ) -> Int {
    let lines = entry.split(separator: "\n")
    guard let head = lines.first else { return 0 }
    let headword = terms(in: headword(of: head), separators: [])
    guard let source = headword.first else { return 0 }
    var count = 0
    builder.count(wordsOf: source, side)
    for line in translationLines(lines.dropFirst()) {
      for target in terms(in: line, separators: [",", ";"]) {
        builder.count(wordsOf: target, side.other)
        side == .source ? builder.add(source, target) : builder.add(target, source)
        count += 1
      }
    }
    return count
  }

  /// `Jause` of `Jause /ˈjaʊ̯sə/ <n, fem>`.
  private static func headword(of line: Substring) -> Substring {
    var previous: Character = " "
    for index in line.indices {
      let character = line[index]
      if previous == " ", character == "/" || character == "<", index > line.startIndex {
        return line[..<index]
      }
      previous = character
    }
    return line
  }

  /// The first line, and those that begin with the number of a sense.
  private static func translationLines(_ lines: ArraySlice<Substring>) -> [Substring] {
    lines.enumerated().compactMap { place, line in
      let line = line.drop { $0 == " " }
      let number = line.prefix { $0.isASCII && $0.isNumber }
      let rest = line[number.endIndex...]
      if !number.isEmpty, rest.hasPrefix(". ") { return rest.dropFirst(2) }
      return place == 0 ? line : nil
    }
  }

  /// The terms of a line, without what stands in brackets; phrases that explain are left out.
  private static func terms(in line: Substring, separators: Set<Character>) -> [String] {
    var (depth, kept): (Int, String) = (0, "")
    for character in line {
      switch character {
      case "(", "[", "<", "{": depth += 1
      case ")", "]", ">", "}": depth = max(0, depth - 1)
      default: if depth == 0 { kept.append(character) }
      }
    }
    return kept.split { separators.contains($0) }.compactMap { term in
      var words = term.split(separator: " ")
      // The number of a further sense that has no translation: `jeep 2.`
      if !separators.isEmpty, words.count > 1, let last = words.last, last.hasSuffix("."),
        Int(last.dropLast()) != nil
      {
        words.removeLast()
      }
      guard (1...longestTerm).contains(words.count) else { return nil }
      return words.joined(separator: " ")
    }
  }
}

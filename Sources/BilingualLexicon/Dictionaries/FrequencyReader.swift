internal import BitextModel
internal import UnicodeText

/// Reads a table of how often words stand in a language: a line a word, tab, a count in a thousand
/// million running words. Lines that begin with `#` are comments; the first says where the table comes
/// from.
public struct FrequencyReader {
  /// Running words that the counts of a table refer to.
  public static let runningWords = 1_000_000_000

  /// Weighs the words of a side by the table, not by how often they stand in the dictionaries; call it
  /// after the dictionaries.
  ///
  /// - Complexity: O(n) in the bytes of the table.
  public static func read(
    _ table: String, _ side: Lexicon.Side, into builder: inout LexiconBuilder
  ) -> DictionaryReport {
    var report = DictionaryReport()
    if table.hasPrefix("# ") { report.version = String(table.prefix { $0 != "\n" }.dropFirst(2)) }
    var counts: [Int: Int] = [:]
    var folded = Folding.caseFolded(table)
    folded.withUTF8 { bytes in
      for (number, line) in bytes.lines.enumerated() where !line.isEmpty {
        if line[line.startIndex] == UInt8(ascii: "#") { continue }
        guard let tab = line.firstIndex(of: UInt8(ascii: "\t")), tab > line.startIndex,
          let count = Int(String(decoding: line[(tab + 1)...], as: UTF8.self)), count > 0
        else {
          report.skip(line: number + 1, line)
          continue
        }
        // Spellings that differ in case add up.
        if let term = builder.find(folded: Array(line[..<tab])[...], side) {
          counts[term, default: 0] += count
        }
      }
    }
    report.entries = counts.count
    if !counts.isEmpty { builder.weigh(by: counts, of: runningWords, side) }
    return report
  }
}

internal import BitextModel
internal import UnicodeText

/// Reads a table of lemmas: a line a word, inflected form, tab, base form. Lines that
/// begin with `#` are comments; the first says where the table comes from.
public struct LemmaReader {
  /// Adds the forms of every word of a side that the builder has translations of; call it after the
  /// dictionaries.
  ///
  /// - Complexity: O(n) in the bytes of the table and the entries of the builder.
  public static func read(
    _ table: String, _ side: Lexicon.Side, into builder: inout LexiconBuilder
  ) -> DictionaryReport {
    var report = DictionaryReport()
    if table.hasPrefix("# ") { report.version = String(table.prefix { $0 != "\n" }.dropFirst(2)) }
    let isTranslated = builder.translatedTerms(side)
    let folded = Array(Folding.caseFolded(table).utf8)
    var (number, start) = (0, 0)
    while start < folded.count {
      let end = folded[start...].firstIndex(of: UInt8(ascii: "\n")) ?? folded.count
      defer { start = end + 1 }
      number += 1
      if end == start || folded[start] == UInt8(ascii: "#") { continue }
      guard let tab = folded[start..<end].firstIndex(of: UInt8(ascii: "\t")), tab > start,
        tab + 1 < end
      else {
        report.skip(line: number, folded[start..<end])
        continue
      }
      let (form, base) = (folded[start..<tab], folded[(tab + 1)..<end])
      // Forms of words that nobody translates would only take room.
      guard form != base, !form.contains(where: TermText.isSpace),
        let term = builder.find(folded: base, side), term < isTranslated.count, isTranslated[term]
      else { continue }
      builder.add(form: form, of: term, side)
      report.entries += 1
    }
    return report
  }
}

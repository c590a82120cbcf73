/// The edit distance of two sequences by the textbook table (Levenshtein 1966; Wagner & Fischer 1974).
///
/// The plain form that `WordDistance` is tested against.
enum ReferenceWordDistance {
  static func distance<Word: Equatable>(_ a: [Word], _ b: [Word]) -> Int {
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let replaced = diagonal + (a[i] == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
      }
    }
    return row[b.count]
  }
}

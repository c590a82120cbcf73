/// How alike two texts are letter by letter; only breaks ties between matches.
enum CharacterLikeness {
  /// Thousandths of one minus the edit distance over the longer length, in Unicode scalars, floored.
  static func permille(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    let longer = max(a.count, b.count)
    guard longer > 0 else { return 1000 }
    return 1000 * (longer - WordDistance(to: a).distance(from: b)) / longer
  }
}

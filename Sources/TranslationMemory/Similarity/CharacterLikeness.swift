/// How alike texts are to one text letter by letter; only breaks ties between matches.
struct CharacterLikeness {
  private let count: Int
  private let distance: WordDistance<Unicode.Scalar>

  init(to text: String) {
    let scalars = Array(text.unicodeScalars)
    count = scalars.count
    distance = WordDistance(to: scalars)
  }

  /// Thousandths of one minus the edit distance over the longer length, in Unicode scalars, floored.
  func permille(_ text: String) -> Int {
    let other = Array(text.unicodeScalars)
    let longer = max(count, other.count)
    guard longer > 0 else { return 1000 }
    return 1000 * (longer - distance.distance(from: other)) / longer
  }
}

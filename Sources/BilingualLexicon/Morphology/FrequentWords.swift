/// Words as frequent as articles and prepositions: they are in so many phrases that they explain nothing.
enum FrequentWords {
  /// The least share of running words; English has some eighty such words, German a hundred.
  private static let leastShare = 0.001
  /// What was counted less often is no measure.
  private static let leastCount = 20

  /// Whether a word counted so often among `words` is one.
  static func contain(_ count: Int, of words: Int) -> Bool {
    count >= leastCount && Double(count) > leastShare * Double(words)
  }
}

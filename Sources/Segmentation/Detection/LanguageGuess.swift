public import BitextModel

/// The language that a text is likely to be in.
public struct LanguageGuess: Sendable, Hashable {
  public let language: LanguageTag
  /// The probability of the language among those that are known, were words independent of one another:
  /// above 0, below 1, higher is surer. It says which known language fits best, not that one of them must.
  public let confidence: Double

  public init(language: LanguageTag, confidence: Double) {
    (self.language, self.confidence) = (language, confidence)
  }
}

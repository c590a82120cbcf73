public import BitextModel

/// Knowledge of which words of one language translate which of another.
public protocol Lexicon: Sendable {
  var source: LanguageTag { get }
  var target: LanguageTag { get }
}

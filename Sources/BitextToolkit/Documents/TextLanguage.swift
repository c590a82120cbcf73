public import BitextModel
public import Segmentation

/// The language of a text: the one that somebody named, or the one that it looks like.
public enum TextLanguage {
  /// - Parameters:
  ///   - named: The language that a person gave; `nil` asks the text.
  ///   - text: The text or its first part.
  ///   - place: The text's name, for the error.
  ///   - option: What names the language, for the error: `--from`.
  /// - Returns: The language, and the guess when it is one.
  /// - Throws: `InputFault` when the text does not tell.
  public static func language(
    _ named: LanguageTag?, of text: some StringProtocol, place: String, option: String
  ) throws(InputFault) -> (language: LanguageTag, guess: LanguageGuess?) {
    if let named { return (named, nil) }
    guard let guess = LanguageDetector.guess(text) else {
      throw InputFault(
        place, "its text does not tell its language",
        remedy: "Name it, such as \(option) de")
    }
    return (guess.language, guess)
  }
}

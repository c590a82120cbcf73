internal import BitextToolkit

/// Says which language a text was taken for, when nobody named it: a wrong guess must be seen.
enum LanguageNote {
  static func write(_ guess: LanguageGuess?, of file: String, option: String) {
    guard let guess else { return }
    Console.note(
      "\(file == "-" ? "standard input" : file): language \(guess.language), confidence "
        + "\(Figures.ratio(guess.confidence)); \(option) overrides")
  }

  /// Reads a document and says which language it was taken for.
  static func read(
    _ path: String, _ language: LanguageTag?, option: String, cutting: DocumentFile.Cutting
  ) throws -> Document {
    let (document, guess) = try DocumentFile.read(
      path, language: language, option: option, cutting: cutting)
    write(guess, of: path, option: option)
    return document
  }
}

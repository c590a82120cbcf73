internal import ArgumentParser
internal import BitextToolkit
internal import Synchronization

/// The flag that says which bilingual knowledge to use.
struct LexiconOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The lexicon to use, or none. (default: the data folder's for the two languages)",
      valueName: "file|none"))
  var lexicon: String?

  /// The lexicon; `nil`, with a word to the user, when there is none.
  func open(_ source: LanguageTag, _ target: LanguageTag) throws -> Lexicon? {
    if lexicon == "none" { return nil }
    if let lexicon {
      let opened = try LexiconFolder.open(lexicon)
      guard opened.side(of: source) != nil, opened.side(of: target) != nil else {
        throw InputFault(
          lexicon,
          "a lexicon of \(opened.info.source) and \(opened.info.target), not of "
            + "\(source) and \(target)", remedy: "Name another, or --lexicon none")
      }
      return opened
    }
    if let found = try LexiconFolder.find(source, target) { return found }
    Console.note(
      "no lexicon for \(source) and \(target): aligning by names, numbers and length only. "
        + LexiconFolder.remedy(source, target))
    return nil
  }
}

/// Keeps the lexicons that a worker has opened, and says but once which there are none of.
final class LexiconCache: Sendable {
  // A class, because it owns the opened lexicons for all records.
  private let option: LexiconOption
  private let opened = Mutex<[[LanguageTag]: Lexicon?]>([:])

  init(_ option: LexiconOption) {
    self.option = option
  }

  func open(_ source: LanguageTag, _ target: LanguageTag) throws -> Lexicon? {
    try opened.withLock { opened in
      if let known = opened[[source, target]] { return known }
      let lexicon = try option.open(source, target)
      opened[[source, target]] = .some(lexicon)
      return lexicon
    }
  }
}

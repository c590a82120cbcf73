internal import ArgumentParser
internal import BitextToolkit
internal import Synchronization

/// The flag that says which bilingual knowledge to use.
struct LexiconOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A lexicon to use, or none. Repeatable: several are consulted together. "
        + "(default: the data folder's for the two languages)",
      valueName: "file|none"))
  var lexicon: [String] = []

  func validate() throws {
    if lexicon.contains("none"), lexicon.count > 1 {
      throw ValidationError("--lexicon none says to use no lexicon: name no other")
    }
  }

  /// The lexicons; none, with a word to the user, where there is none.
  func open(_ source: LanguageTag, _ target: LanguageTag) throws -> [Lexicon] {
    if lexicon == ["none"] { return [] }
    let opened = try lexicon.map { path in
      let opened = try LexiconFolder.open(path)
      guard opened.joins(source, target) else {
        throw InputFault(
          path,
          "a lexicon of \(opened.info.source) and \(opened.info.target), not of "
            + "\(source) and \(target)", remedy: "Name another, or --lexicon none")
      }
      return opened
    }
    guard opened.isEmpty else { return opened }
    if let found = try LexiconFolder.find(source, target) { return [found] }
    Console.note(
      "no lexicon for \(source) and \(target): aligning by names, numbers and length only. "
        + LexiconFolder.remedy(source, target))
    return []
  }
}

/// Keeps the lexicons that a worker has opened, and says but once which there are none of.
final class LexiconCache: Sendable {
  // A class, because it owns the opened lexicons for all records.
  private let option: LexiconOption
  private let opened = Mutex<[[LanguageTag]: [Lexicon]]>([:])

  init(_ option: LexiconOption) {
    self.option = option
  }

  func open(_ source: LanguageTag, _ target: LanguageTag) throws -> [Lexicon] {
    try opened.withLock { opened in
      if let known = opened[[source, target]] { return known }
      let lexicons = try option.open(source, target)
      opened[[source, target]] = lexicons
      return lexicons
    }
  }
}

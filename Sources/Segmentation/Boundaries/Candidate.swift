/// A place where a sentence may end.
struct Candidate: Sendable, Hashable {
  enum Origin: Sendable, Hashable {
    /// Sentence punctuation with white space after it.
    case terminator
    /// Sentence punctuation with the next word right behind it, as in `world.Today`.
    case missingSpace
    /// The end of a line.
    case newline
    /// A dash right before a quotation closes: somebody was interrupted.
    case interruption
    /// A boundary that Unicode's rules see and the scan for punctuation does not, as after `。`.
    case unicode
  }

  let origin: Origin
  /// The first byte of the run of terminal punctuation; the end of the text left of the place where
  /// there is none.
  let terminator: Int
  /// The byte after that run.
  let terminatorEnd: Int
  /// The byte after the closing quotation marks, brackets and footnote marks behind it.
  let end: Int
  /// The first byte of what would be the next sentence.
  let next: Int
  /// The opening parenthesis that the place lies inside of; `nil` outside any.
  let openBracket: Int?
}

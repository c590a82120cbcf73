/// What a language's rule file says of a word or an abbreviation.
struct WordTraits: OptionSet, Sendable, Hashable {
  let rawValue: UInt32

  /// An abbreviation that no sentence ends with: `Dr.`, `z. B.`
  static let neverFinal = WordTraits(rawValue: 1 << 0)
  /// An abbreviation that may end a sentence: `etc.`, `usw.`
  static let mayEnd = WordTraits(rawValue: 1 << 1)
  /// An abbreviation that a number follows: `Nr.`, `p.`
  static let beforeNumber = WordTraits(rawValue: 1 << 2)
  /// A word that, capitalised, starts a sentence rather than continue one: `The`, `Er`.
  static let starter = WordTraits(rawValue: 1 << 3)
  /// A name of a month, short or long.
  static let month = WordTraits(rawValue: 1 << 4)
  /// A noun that an ordinal number usually precedes: `Jahrhundert`.
  static let afterOrdinal = WordTraits(rawValue: 1 << 5)
  /// A word that makes the number after it an ordinal: `am`, `der`.
  static let beforeOrdinal = WordTraits(rawValue: 1 << 6)
  /// A word that makes the number after it a cardinal: `Seite`, `Jahr`.
  static let beforeCardinal = WordTraits(rawValue: 1 << 7)
  /// A verb that reports speech after a quotation: `said`.
  static let speech = WordTraits(rawValue: 1 << 8)
  /// A unit of measure, an abbreviation only after a number: `min.`, `sec.`
  static let unit = WordTraits(rawValue: 1 << 10)

  /// The word before an author's name: `By`, `Von`.
  static let byline = WordTraits(rawValue: 1 << 11)

  /// A day of the week or a word of times of day: `Monday`, `Uhr`.
  static let dateWord = WordTraits(rawValue: 1 << 12)

  static let abbreviation: WordTraits = [.neverFinal, .mayEnd, .beforeNumber]

  /// A word that sites use in menus and share bars.
  static let menu = WordTraits(rawValue: 1 << 9)
  /// The first word of a phrase of page furniture.
  static let phrase = WordTraits(rawValue: 1 << 13)
}

/// What may be wrong with a unit.
public enum UnitProblem: String, Sendable, Hashable, Codable, CaseIterable {
  /// A side has no text.
  case empty
  /// The translation is the source, letter for letter, in three words or more.
  case untranslated
  /// A text is surely in another language than it says.
  case language = "wrong-language"
  /// One side is much longer than the other.
  case length
  /// The digits of one side are not those of the other.
  case numbers
  /// The inline codes of one side are not those of the other, or one of a pair is missing.
  case codes
  /// Menus, addresses, bare numbers: nothing that anybody translates.
  case boilerplate
  /// Another unit has the same texts and codes.
  case duplicate
  /// Another unit has another translation of the same text.
  case conflict

  /// What helps, without a full stop.
  func suggestion(_ memory: String) -> String {
    let removal = "bitext remove \(memory) --problem \(rawValue)"
    return switch self {
    case .empty, .boilerplate: "remove them: \(removal)"
    case .untranslated, .language, .length: "look at them, and remove what is wrong: \(removal)"
    case .numbers: "look at them; lookups take points off for numbers that differ"
    case .codes: "mend them where they come from, and add the file again"
    case .duplicate: "harmless; remove all but the first of each: \(removal)"
    case .conflict:
      "lookups show all of them; remove those that are out of date, by --id or --before"
    }
  }
}

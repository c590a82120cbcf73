/// Takes a number written as one word apart: `zweihundertfünfzig`, `einundzwanzigste`.
struct JoinedNumeral: Sendable {
  /// Longer words first: `dreizehn` is not `drei` and more.
  private let atoms: [(text: [UInt8], word: ValueWords.Numeral)]
  private static let and = Array("und".utf8)
  /// Of an ordinal: `zehnte`, `zwanzigster`.
  private static let ordinalEndings: [[UInt8]] = ["te", "ten", "ter", "tes", "tem"]
    .flatMap { [$0, "s" + $0] }.map { Array($0.utf8) }

  init(_ words: ValueWords) {
    atoms = words.numerals.compactMap { text, word in
      switch word {
      case .addend: (Array(text.utf8), word)
      case .scale(let scale, true) where scale == 100 || scale == 1000: (Array(text.utf8), word)
      default: nil
      }
    }
    .sorted {
      $0.text.count == $1.text.count
        ? $0.text.lexicographicallyPrecedes($1.text) : $0.text.count > $1.text.count
    }
  }

  /// The number; `nil` when the word is none.
  func value(of word: String) -> Double? {
    var rest = Array(word.utf8)[...]
    var sum = NumberSum(countsInScores: false)
    var (count, isAfterAnd, hasEnding) = (0, false, false)
    while !rest.isEmpty {
      guard let atom = atoms.first(where: { rest.starts(with: $0.text) }) else {
        if count > 0, !isAfterAnd, rest.starts(with: Self.and) {
          rest = rest.dropFirst(Self.and.count)
          isAfterAnd = true
          continue
        }
        hasEnding = count > 0 && Self.ordinalEndings.contains { rest.elementsEqual($0) }
        guard hasEnding else { return nil }
        break
      }
      guard sum.add(atom.word, unitsFirst: isAfterAnd) else { return nil }
      rest = rest.dropFirst(atom.text.count)
      (count, isAfterAnd) = (count + 1, false)
    }
    guard !isAfterAnd, let value = sum.value else { return nil }
    // “einte” is no number, as “zweite” is.
    return hasEnding && value < 2 ? nil : value
  }
}

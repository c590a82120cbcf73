internal import BitextModel

/// Names that stand for one another across languages and are neither spelled alike nor complete in
/// dictionaries: acronyms that each language forms anew, and what they are short for.
enum Aliases {
  /// Case-folded, a line a thing; dots of acronyms left out.
  private static let names = """
    usa · us · vereinigte staaten · united states · états unis
    uk · vereinigtes königreich · united kingdom · royaume uni
    un · uno · onu · vereinte nationen · united nations · nations unies
    eu · ue · europäische union · european union · union européenne
    nato · otan
    weisses haus · white house · maison blanche
    udssr · ussr · urss · sowjetunion · soviet union · union soviétique
    vae · uae · vereinigte arabische emirate · united arab emirates · émirats arabes unis
    ezb · ecb · bce · europäische zentralbank · european central bank · banque centrale européenne
    iwf · imf · fmi · internationaler währungsfonds · international monetary fund
    iaea · iaeo · aiea
    ddr · gdr · rda
    """

  private static let things: [[[String]]] = names.split(separator: "\n").map { line in
    line.split(separator: "·").map { $0.split(separator: " ").map { stem(String($0)) } }
  }

  /// The words of a thing's names in a text: for each name the types of its words, each name once.
  static func found(in text: AnalysedText) -> [[[Int]]] {
    var types: [String: [Int]] = [:]
    for (index, type) in text.types.enumerated() where !type.isValue {
      // Acronyms are words of their own: `US` is not `us`.
      let bare = type.text.replacing(".", with: "")
      if bare.utf8.count <= 5, !type.isCapitalised { continue }
      types[stem(bare), default: []].append(index)
    }
    return things.map { names in
      names.flatMap { words -> [[Int]] in
        let each = words.map { types[$0] ?? [] }
        guard each.allSatisfy({ !$0.isEmpty }) else { return [] }
        return words.count == 1 ? each[0].map { [$0] } : [each.flatMap(\.self)]
      }
    }
  }

  /// Without the endings that adjectives and genitives take.
  private static func stem(_ word: String) -> String {
    for ending in ["es", "en", "er", "em", "e", "s"]
    where word.hasSuffix(ending) && word.utf8.count > ending.utf8.count + 4 {
      return String(word.dropLast(ending.count))
    }
    return word
  }
}

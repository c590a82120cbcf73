public import BitextModel

/// Which dictionary forms an inflected word may come from, by its ending: a light stemmer that
/// proposes; the lexicon, which knows the words there are, disposes.
public struct BaseForms: Sendable {
  /// Replaces an ending, if at least `minimumStem` UTF-8 bytes stay before it.
  struct Rule: Sendable {
    let ending, replacement: String
    let minimumStem: Int

    init(_ ending: String, _ replacement: String = "", minimumStem: Int = 3) {
      (self.ending, self.replacement, self.minimumStem) = (ending, replacement, minimumStem)
    }
  }

  private let rules: [Rule]
  private let participlePrefix: String?
  private let undoesUmlaut: Bool
  private let respelling: @Sendable (String) -> String

  /// The rules of a language; none for one without.
  public static func of(_ language: LanguageTag) -> BaseForms {
    switch language.language {
    case "de": german
    case "en": english
    case "fr": french
    default: BaseForms(rules: [], participlePrefix: nil) { $0 }
    }
  }

  private init(
    rules: [Rule], participlePrefix: String?, undoesUmlaut: Bool = false,
    respelling: @escaping @Sendable (String) -> String
  ) {
    (self.rules, self.participlePrefix, self.respelling) = (rules, participlePrefix, respelling)
    self.undoesUmlaut = undoesUmlaut
  }

  /// Possible base forms of a case-folded word, likeliest first, without the word itself.
  public func candidates(of word: String) -> [String] {
    var forms: [String] = []
    func propose(_ form: String) {
      for spelling in [form, respelling(form)] where spelling != word && !forms.contains(spelling) {
        forms.append(spelling)
      }
    }
    propose(word)
    for rule in rules where word.hasSuffix(rule.ending) {
      let stem = word.dropLast(rule.ending.count)
      if stem.utf8.count >= rule.minimumStem { propose(stem + rule.replacement) }
    }
    if let prefix = participlePrefix { Self.participleStems(word, prefix).forEach(propose) }
    Self.undoubled(word).forEach(propose)
    if undoesUmlaut { Self.withoutUmlaut(word).forEach(propose) }
    return forms
  }

  /// `gemacht` → `machen`, `ausgebaut` → `ausbauen`: the prefix goes, also from within.
  private static func participleStems(_ word: String, _ prefix: String) -> [String] {
    guard word.hasSuffix("t") || word.hasSuffix("en") || word.hasSuffix("te") else { return [] }
    let stem =
      word.hasSuffix("en")
      ? word.dropLast(2) : word.hasSuffix("te") ? word.dropLast(2) : word.dropLast()
    guard let range = stem.firstRange(of: prefix) else { return [] }
    let rest = stem[range.upperBound...]
    return rest.count >= 3 ? [stem[..<range.lowerBound] + rest + "en"] : []
  }

  /// `häuser` → `haus`, `städte` → `stadt`: the last umlaut goes, with an ending of the plural.
  private static func withoutUmlaut(_ word: String) -> [String] {
    guard
      let umlaut = word.lastIndex(where: { umlauts[$0] != nil }), let plain = umlauts[word[umlaut]]
    else { return [] }
    let bare = word[..<umlaut] + plain + word[word.index(after: umlaut)...]
    return ["ern", "er", "en", "e", "n", ""].compactMap { ending in
      let stem = bare.dropLast(ending.count)
      return bare.hasSuffix(ending) && stem.count >= 3 ? String(stem) : nil
    }
  }

  private static let umlauts: [Character: String] = ["ä": "a", "ö": "o", "ü": "u"]

  /// `stopped` → `stop`, `planning` → `plan`.
  private static func undoubled(_ word: String) -> [String] {
    for ending in ["ed", "ing", "er"] where word.hasSuffix(ending) {
      let stem = word.dropLast(ending.count)
      if stem.count >= 4, let last = stem.last, stem.dropLast().last == last {
        return [String(stem.dropLast())]
      }
    }
    return []
  }
}

extension BaseForms {
  private static let german = BaseForms(
    rules: [
      Rule("test", "en"), Rule("ten", "en"), Rule("tet", "en"), Rule("te", "en"), Rule("t", "en"),
      Rule("st", "en"), Rule("e", "en"), Rule("e"), Rule("en"), Rule("n"), Rule("es"), Rule("s"),
      Rule("er"), Rule("em"), Rule("ern"), Rule("nen"), Rule("innen", "in"), Rule("ens", "en"),
      Rule("ere"), Rule("eren"), Rule("erer"), Rule("eres"), Rule("erem"), Rule("ste"),
      Rule("sten"), Rule("ster"), Rule("stes"), Rule("stem"), Rule("este"), Rule("esten"),
      Rule("ete", "en"), Rule("eten", "en"), Rule("end", "en"), Rule("ende", "en"),
      Rule("enden", "en"), Rule("ender", "en"), Rule("endes", "en"),
      Rule("ung", "en"), Rule("ungen", "ung"), Rule("ischen", "isch"), Rule("ien", "ium"),
    ], participlePrefix: "ge", undoesUmlaut: true
  ) { $0 }

  private static let english = BaseForms(
    rules: [
      Rule("’s"), Rule("'s"), Rule("ies", "y", minimumStem: 2), Rule("es"), Rule("s"),
      Rule("ied", "y", minimumStem: 2),
      Rule("ed", "e"), Rule("ed"), Rule("ing", "e"), Rule("ing"), Rule("ier", "y"), Rule("er", "e"),
      Rule("er"), Rule("iest", "y"), Rule("est", "e"), Rule("est"), Rule("ly"), Rule("ily", "y"),
      Rule("ves", "f"), Rule("ves", "fe"), Rule("ally", "al"), Rule("ically", "ic"),
      Rule("ation", "e"), Rule("ment"), Rule("ness"),
    ], participlePrefix: nil
  ) { respelledAsBritish($0) }

  private static let french = BaseForms(
    rules: [
      Rule("aux", "al"), Rule("eaux", "eau"), Rule("ées", "er"), Rule("ée", "er"), Rule("és", "er"),
      Rule("é", "er"), Rule("ait", "er"), Rule("aient", "er"), Rule("ent", "er"), Rule("ant", "er"),
      Rule("es", "er"), Rule("e", "er"), Rule("is", "ir"), Rule("it", "ir"), Rule("ie", "ir"),
      Rule("ues", "u"), Rule("ue", "u"), Rule("s"), Rule("x"), Rule("es"), Rule("e"),
      Rule("euse", "eux"), Rule("euses", "eux"), Rule("elle", "el"), Rule("elles", "el"),
      Rule("ive", "if"), Rule("ives", "if"), Rule("ère", "er"), Rule("ères", "er"),
    ], participlePrefix: nil
  ) { $0 }

  /// American spellings as the British ones that dictionaries of Europe list.
  private static func respelledAsBritish(_ word: String) -> String {
    for (american, british) in [
      ("defense", "defence"), ("offense", "offence"), ("center", "centre"), ("meter", "metre"),
      ("theater", "theatre"), ("program", "programme"), ("analyze", "analyse"), ("gray", "grey"),
    ] where word.hasPrefix(american) {
      return british + word.dropFirst(american.count)
    }
    for (american, british) in [
      ("ize", "ise"), ("izing", "ising"), ("ized", "ised"),
      ("ization", "isation"), ("or", "our"), ("ored", "oured"), ("ors", "ours"),
    ]
    where word.hasSuffix(american) && word.count > american.count + 2 {
      return word.dropLast(american.count) + british
    }
    return word
  }
}

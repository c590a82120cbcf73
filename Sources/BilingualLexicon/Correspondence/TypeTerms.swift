internal import BitextModel

/// What a lexicon knows of each word type of a text: its terms, its parts, its weight.
struct TypeTerms {
  typealias Edge = Correspondences.Edge

  /// For each type the terms of its own form and its base forms.
  private let whole: [[Lexicon.Term]]
  /// For each type the terms of its compound parts.
  private let parts: [[[Lexicon.Term]]]
  /// For each type the shares of its parts, by length.
  let shares: [[Float]]
  let informativeness: [Float]
  let isKnown: [Bool]

  /// For each term the types it stands for, and how much of them.
  private let types: [Lexicon.Term: [(type: Int, weight: Float)]]
  private let lexicon: Lexicon?
  private let side: Lexicon.Side

  /// A base form says a little less than the form itself; a part of a compound less again.
  private static let partWeight: Float = 0.8

  init(_ text: AnalysedText, lexicon: Lexicon?) {
    let lexicon = lexicon.flatMap { $0.side(of: text.language) == nil ? nil : $0 }
    let side = lexicon?.side(of: text.language) ?? .source
    (self.lexicon, self.side) = (lexicon, side)
    guard let lexicon else {
      let count = text.types.count
      whole = Array(repeating: [], count: count)
      parts = Array(repeating: [], count: count)
      shares = Array(repeating: [], count: count)
      informativeness = WordWeights.informativeness(of: text)
      isKnown = text.types.map(\.isValue)
      types = [:]
      return
    }
    let forms = WordForms(lexicon, side)
    let splitter = CompoundSplitter(lexicon, side: side)
    let weights = WordWeights(text, lexicon, side)
    var whole: [[Lexicon.Term]] = []
    var parts: [[[Lexicon.Term]]] = []
    var shares: [[Float]] = []
    var informativeness: [Float] = []
    var types: [Lexicon.Term: [(type: Int, weight: Float)]] = [:]
    for (index, type) in text.types.enumerated() {
      if let value = type.value {
        whole.append([])
        parts.append([])
        shares.append([])
        informativeness.append(value.informativeness)
        continue
      }
      let own = lexicon.term(type.text, side)
      let terms = forms.terms(of: type.text)
      let split = splitter.parts(of: type.text)
      let length = split.reduce(0) { $0 + $1.range.count }
      whole.append(terms)
      parts.append(split.map { [$0.term] })
      shares.append(split.map { Float($0.range.count) / Float(length) })
      for term in Set(terms + [own].compactMap(\.self)) {
        types[term, default: []].append((index, 1))
      }
      for part in Set(split.map(\.term)) where !terms.contains(part) {
        types[part, default: []].append((index, Self.partWeight))
      }
      informativeness.append(
        weights.informativeness(type, terms + [own].compactMap(\.self)))
    }
    (self.whole, self.parts, self.shares) = (whole, parts, shares)
    (self.informativeness, self.types) = (informativeness, types)
    isKnown = text.types.indices.map { index in
      text.types[index].isValue || !whole[index].isEmpty || !parts[index].isEmpty
    }
  }

  /// What of the other text's types the lexicon says explains a type.
  func edges(of type: Int, to other: TypeTerms) -> [Edge] {
    guard other.lexicon != nil else { return [] }
    var edges = edges(from: whole[type], part: 0, to: other)
    for (part, terms) in parts[type].enumerated() {
      edges += self.edges(from: terms, part: Int32(part + 1), to: other)
    }
    return edges
  }

  private func edges(from terms: [Lexicon.Term], part: Int32, to other: TypeTerms) -> [Edge] {
    guard let lexicon else { return [] }
    var words: [Int: Float] = [:]
    var phrases: [(content: [Lexicon.Term], weight: Float)] = []
    var seen: Set<Lexicon.Term> = []
    for term in terms {
      for translation in lexicon.translations(of: term, side)
      where seen.insert(translation.term).inserted {
        let weight = Float(translation.probability)
        for (type, strength) in other.types[translation.term] ?? [] {
          words[type] = max(words[type] ?? 0, weight * strength)
        }
        let content = content(of: translation.term, other)
        // A phrase counts only if every word that matters is a word of the other text.
        if !content.isEmpty, content.allSatisfy({ other.types[$0] != nil }) {
          phrases.append((content, weight))
        }
      }
    }
    var edges = words.map { type, weight in
      Edge(type: type, group: Int32(type), part: part, weight: weight, by: .lexicon)
    }
    var group = Int32(other.whole.count)
    // Where one word of a phrase explains the type alone, the phrase adds nothing.
    for (content, weight) in phrases {
      let types = content.map { other.types[$0] ?? [] }
      if types.contains(where: { $0.contains { words[$0.type] != nil } }) { continue }
      for (type, strength) in types.joined() {
        edges.append(
          Edge(
            type: type, group: group, part: part,
            weight: weight * strength / Float(content.count), by: .lexicon))
      }
      group += 1
    }
    return edges
  }

  /// The words that matter of a phrase; none of a single word.
  private func content(of term: Lexicon.Term, _ other: TypeTerms) -> [Lexicon.Term] {
    guard let lexicon else { return [] }
    let words = lexicon.text(of: term, side.other).split(separator: " ")
    guard words.count > 1 else { return [] }
    return words.compactMap { lexicon.term(String($0), side.other) }
      .filter { !other.isFrequent($0) }
  }

  /// Words such as “of” and “the” are in so many phrases that they explain nothing.
  private func isFrequent(_ term: Lexicon.Term) -> Bool {
    guard let lexicon else { return false }
    return lexicon.count(of: term, side) * 400 > lexicon.entryCount
  }
}

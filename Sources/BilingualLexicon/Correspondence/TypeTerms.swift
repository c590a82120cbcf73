internal import BitextModel

/// What lexicons know of each word type of a text: terms, compound parts, weight.
struct TypeTerms {
  /// What each lexicon knows, in their order.
  let layers: [LexiconTerms]
  /// For each type the shares of its compound parts, by length.
  let shares: [[Float]]
  let informativeness: [Float]
  let isKnown: [Bool]

  /// - Parameter lexicons: All of them know the text's language.
  init(_ text: AnalysedText, lexicons: [Lexicon]) {
    var layers = lexicons.compactMap { lexicon in
      lexicon.side(of: text.language).map { LexiconTerms(text, lexicon, $0) }
    }
    let splits = Self.splits(text, layers)
    for index in layers.indices { layers[index].take(parts: splits.map(\.parts), of: text) }
    let weights = WordWeights(text, layers)
    informativeness = text.types.indices.map { weights.informativeness(of: $0) }
    isKnown = text.types.indices.map { type in
      text.types[type].isValue || !splits[type].parts.isEmpty
        || layers.contains { !$0.whole[type].isEmpty }
    }
    shares = splits.map(\.shares)
    self.layers = layers
  }

  private struct Split {
    var parts: [String] = []
    var shares: [Float] = []
  }

  /// For each type the parts that the first lexicon that splits it finds.
  private static func splits(_ text: AnalysedText, _ layers: [LexiconTerms]) -> [Split] {
    let splitters = layers.map { CompoundSplitter($0.lexicon, side: $0.side) }
    return text.types.map { type in
      guard !type.isValue else { return Split() }
      for (layer, splitter) in zip(layers, splitters) {
        let parts = splitter.parts(of: type.text)
        if parts.isEmpty { continue }
        let length = parts.reduce(0) { $0 + $1.range.count }
        return Split(
          parts: parts.map { layer.lexicon.text(of: $0.term, layer.side) },
          shares: parts.map { Float($0.range.count) / Float(length) })
      }
      return Split()
    }
  }

  /// How much of the information of a text's words lexicons know, 0 to 1: of each word the probability of
  /// its likeliest translation. Names that the other text has are not their business.
  func lexicalShare(of text: AnalysedText, cognates: [[Correspondences.Edge]]) -> Double {
    var (known, total): (Float, Float) = (0, 0)
    for (type, word) in text.types.enumerated() where !word.isValue {
      let certainty = layers.map { $0.certainty(of: type) }.max() ?? 0
      if certainty == 0, !cognates[type].isEmpty { continue }
      total += informativeness[type]
      known += informativeness[type] * certainty
    }
    return total > 0 ? Double(known / total) : 0
  }

  /// How lexicons know a word.
  enum Knowledge {
    case functionWord, whole, compound, none
  }

  func knowledge(of type: Int) -> Knowledge {
    let isFrequent = layers.contains { layer in
      (layer.whole[type] + [layer.own[type]].compactMap(\.self))
        .contains { layer.lexicon.isFrequent($0, layer.side) }
    }
    if isFrequent { return .functionWord }
    if layers.contains(where: { !$0.whole[type].isEmpty }) { return .whole }
    return shares[type].isEmpty ? .none : .compound
  }
}

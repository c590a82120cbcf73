internal import BitextModel

/// Finds which types of another text lexicons say explain the types of a text.
struct LexiconEdges {
  typealias Edge = Correspondences.Edge

  private let mine, theirs: TypeTerms
  private let typeCount: Int
  /// For each type the edges that its phrases give it, by layer.
  private let ofPhrases: [[Int: [Edge]]]

  /// What stands for a whole phrase says a little less of each of its words.
  private static let phraseWeight: Float = 0.8

  init(from mine: TypeTerms, to theirs: TypeTerms, typeCount: Int) {
    (self.mine, self.theirs, self.typeCount) = (mine, theirs, typeCount)
    var group = Int32(typeCount) + Self.firstPhraseGroup
    ofPhrases = zip(mine.layers, theirs.layers).map { Self.edges(ofPhrases: $0, $1, &group) }
  }

  /// Groups of translations that are phrases follow those of single types; groups of phrases
  /// themselves follow after so many.
  private static let firstPhraseGroup: Int32 = 1 << 24

  func edges(of type: Int) -> [Edge] {
    var edges: [Edge] = []
    var group = Int32(typeCount)
    for (mine, theirs) in zip(mine.layers, theirs.layers) {
      add(Self.edges(from: mine.whole[type], part: 0, mine, theirs, &group), to: &edges)
      for (part, terms) in mine.parts[type].enumerated() {
        add(Self.edges(from: terms, part: Int32(part + 1), mine, theirs, &group), to: &edges)
      }
    }
    for layer in ofPhrases {
      for edge in layer[type] ?? [] where !edges.contains(where: { Self.covers($0, edge) }) {
        edges.append(edge)
      }
    }
    return edges
  }

  /// A type that explains the word alone explains it best; a phrase adds nothing.
  private static func covers(_ edge: Edge, _ other: Edge) -> Bool {
    edge.part == 0 && edge.type == other.type && edge.weight >= other.weight
  }

  /// Of single types the best of all lexicons; phrases stay apart.
  private func add(_ more: [Edge], to edges: inout [Edge]) {
    for edge in more {
      let same = edges.firstIndex {
        $0.part == edge.part && $0.group == edge.group && $0.type == edge.type
      }
      if let same {
        if edges[same].weight < edge.weight { edges[same] = edge }
      } else {
        edges.append(edge)
      }
    }
  }

  private static func edges(
    from terms: [Lexicon.Term], part: Int32, _ mine: LexiconTerms, _ theirs: LexiconTerms,
    _ group: inout Int32
  ) -> [Edge] {
    var words: [Int: (weight: Float, by: TokenAlignment.Source)] = [:]
    var phrases: [(words: [[(type: Int, weight: Float)]], weight: Float)] = []
    var seen: Set<Lexicon.Term> = []
    for (place, term) in terms.enumerated() {
      for translation in mine.lexicon.translations(of: term, mine.side)
      where seen.insert(translation.term).inserted {
        let certainty = place > 0 && part == 0 ? LexiconTerms.baseWeight : 1
        let weight = certainty * Float(translation.probability)
        let by: TokenAlignment.Source =
          part > 0 ? .compound : mine.lexicon.isLearned(translation) ? .learned : .lexicon
        for (type, strength) in theirs.types[translation.term] ?? []
        where weight * strength > words[type]?.weight ?? 0 {
          words[type] = (weight * strength, strength <= LexiconTerms.partWeight ? .compound : by)
        }
        if theirs.phrase(translation.term) != nil,
          let types = theirs.types(ofPhrase: translation.term)
        {
          phrases.append((types, weight))
        }
      }
    }
    var edges = words.map { type, word in
      Edge(type: type, group: Int32(type), part: part, weight: word.weight, by: word.by)
    }
    // Where one word of a phrase explains the type alone, the phrase adds nothing.
    for phrase in phrases
    where !phrase.words.contains(where: { $0.contains { words[$0.type] != nil } }) {
      for (type, strength) in phrase.words.joined() {
        edges.append(
          Edge(
            type: type, group: group, part: part,
            weight: phrase.weight * strength / Float(phrase.words.count), by: .phrase))
      }
      group += 1
    }
    return edges
  }

  /// For the types of the phrases in the text: what translates the phrase, as a word or a phrase of the
  /// other text.
  private static func edges(
    ofPhrases mine: LexiconTerms, _ theirs: LexiconTerms, _ group: inout Int32
  ) -> [Int: [Edge]] {
    var edges: [Int: [Edge]] = [:]
    for phrase in mine.phrases {
      for translation in mine.lexicon.translations(of: phrase.term, mine.side) {
        let weight = phraseWeight * Float(translation.probability)
        let other = theirs.phrase(translation.term)?.types
        let single =
          theirs.types[translation.term]?.filter { $0.weight == 1 }.map(\.type)
          ?? []
        // One word stands for the phrase; of another phrase each word for its share.
        let explaining =
          other.map { types in types.map { (type: $0, share: 1 / Float(types.count)) } }
          ?? single.map { (type: $0, share: 1) }
        guard !explaining.isEmpty else { continue }
        for type in phrase.types {
          for (other, share) in explaining {
            edges[type, default: []].append(
              Edge(type: other, group: group, part: 0, weight: weight * share, by: .phrase))
          }
        }
        group += 1
      }
    }
    return edges
  }
}

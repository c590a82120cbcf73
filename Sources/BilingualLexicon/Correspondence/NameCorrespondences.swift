internal import BitextModel

/// Types of two texts that are alike in spelling or equal in value: names, cognates, numbers.
struct NameCorrespondences {
  typealias Edge = Correspondences.Edge

  private(set) var source: [[Edge]]
  private(set) var target: [[Edge]]

  /// Below this similarity two spellings are two words.
  private static let floor = 0.7
  /// Shorter words are alike by chance, in folded letters.
  private static let shortestCognate = 4
  /// Longer runs of letters are no words but data, such as an image in base64: only equal ones are alike.
  private static let longestCognate = 64
  /// A group of its own, after all of the lexicon's.
  private static let group = Int32.max

  init(source: AnalysedText, target: AnalysedText, lexicons: [Lexicon]) {
    self.source = Array(repeating: [], count: source.types.count)
    self.target = Array(repeating: [], count: target.types.count)
    linkValues(source, target)
    linkNames(source, target, lexicons)
    linkAliases(source, target)
  }

  private mutating func linkValues(_ a: AnalysedText, _ b: AnalysedText) {
    var places: [Value: Int] = [:]
    for (index, type) in b.types.enumerated() {
      if let value = type.value { places[value] = index }
    }
    for (index, type) in a.types.enumerated() {
      if let value = type.value, let other = places[value] {
        link(index, other, weight: 1, by: .number)
      }
    }
  }

  private mutating func linkNames(_ a: AnalysedText, _ b: AnalysedText, _ lexicons: [Lexicon]) {
    let (left, right) = (Self.spellings(a, lexicons), Self.spellings(b, lexicons))
    var buckets: [[UInt8]: [Int]] = [:]
    for (index, spelling) in right.enumerated() where spelling.letters.count >= 2 {
      buckets[NameFolding.skeleton(of: spelling.letters), default: []].append(index)
    }
    for (index, spelling) in left.enumerated() where spelling.letters.count >= 2 {
      for other in buckets[NameFolding.skeleton(of: spelling.letters)] ?? [] {
        if let likeness = Self.likeness(spelling, right[other]) {
          link(index, other, weight: Float(likeness), by: .cognate)
        }
      }
    }
  }

  /// Each name of a thing with each other: a word for the whole, the words of a name for their shares.
  private mutating func linkAliases(_ a: AnalysedText, _ b: AnalysedText) {
    var group = Self.group
    for (left, right) in zip(Aliases.found(in: a), Aliases.found(in: b)) {
      for one in left {
        for other in right {
          group -= 1
          for type in one {
            for counterpart in other {
              link(type, counterpart, group, (1 / Float(other.count), 1 / Float(one.count)))
            }
          }
        }
      }
    }
  }

  /// Links two types of aliases unless they are linked already.
  private mutating func link(
    _ a: Int, _ b: Int, _ group: Int32, _ weights: (source: Float, target: Float)
  ) {
    if source[a].contains(where: { $0.type == b && $0.weight >= weights.source }) { return }
    source[a].append(Edge(type: b, group: group, part: 0, weight: weights.source, by: .phrase))
    target[b].append(Edge(type: a, group: group, part: 0, weight: weights.target, by: .phrase))
  }

  private struct Spelling {
    let letters: [UInt8]
    let isCapitalised, isKnown: Bool
  }

  private static func spellings(_ text: AnalysedText, _ lexicons: [Lexicon]) -> [Spelling] {
    let folding = NameFolding()
    let layers = lexicons.compactMap { lexicon in
      lexicon.side(of: text.language).map { (lexicon: lexicon, side: $0) }
    }
    return text.types.map { type in
      guard !type.isValue else { return Spelling(letters: [], isCapitalised: false, isKnown: true) }
      let isKnown = layers.contains { layer in
        layer.lexicon.term(type.text, layer.side)
          .map { layer.lexicon.hasTranslations($0, layer.side) } ?? false
      }
      return Spelling(
        letters: folding.fold(type.text), isCapitalised: type.isCapitalised, isKnown: isKnown)
    }
  }

  /// How alike two spellings are if that means anything, `nil` otherwise. Two words that the lexicon
  /// knows are its business: `Gift` and `gift` are no cognates, though both are capitalised names in
  /// `Kim` and `Kim`.
  private static func likeness(_ a: Spelling, _ b: Spelling) -> Double? {
    if a.letters == b.letters {
      let mayBeName = a.isCapitalised && b.isCapitalised
      let isLong = a.letters.count >= shortestCognate && !(a.isKnown && b.isKnown)
      return mayBeName || isLong ? 1 : nil
    }
    guard !(a.isKnown && b.isKnown),
      min(a.letters.count, b.letters.count) >= shortestCognate,
      max(a.letters.count, b.letters.count) <= longestCognate
    else { return nil }
    let prefix = zip(a.letters, b.letters).prefix { $0 == $1 }.count
    let (shorter, longer) = (
      min(a.letters.count, b.letters.count), max(a.letters.count, b.letters.count)
    )
    // A name that goes on is another name, unless what goes on is an ending.
    if a.isCapitalised, b.isCapitalised, prefix == shorter {
      let rest = (a.letters.count > shorter ? a : b).letters[shorter...]
      guard NameFolding.isEnding(rest) else { return nil }
    }
    let byPrefix = prefix >= 5 && Double(prefix) >= 0.6 * Double(longer) ? 0.8 : 0
    let similarity = max(byPrefix, NameFolding.similarity(a.letters, b.letters))
    return similarity >= floor ? similarity : nil
  }

  private mutating func link(_ a: Int, _ b: Int, weight: Float, by: TokenAlignment.Source) {
    source[a].append(Edge(type: b, group: Self.group, part: 0, weight: weight, by: by))
    target[b].append(Edge(type: a, group: Self.group, part: 0, weight: weight, by: by))
  }
}

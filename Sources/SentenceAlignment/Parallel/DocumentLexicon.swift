internal import BilingualLexicon

/// Which words of two texts stand in corresponding segments more often than chance has it: what a document
/// teaches about its own words, beyond what is known of them.
///
/// The measure is Dice's coefficient (Dice 1945) over linked runs of segments, two for the number of runs with
/// both over the sum of the numbers with each, less half a run for chance. Of each run only words count that nothing
/// explains there, and only stems that are each other's best are taken (Melamed 2000, competitive linking).
struct DocumentLexicon {
  /// A run of segments of both texts that likely correspond.
  typealias Link = (source: Range<Int>, target: Range<Int>)

  private let source, target: Stems
  private let known: Correspondences
  private var sourceCounts, targetCounts: [UInt32]
  /// Pairs of unexplained stems, once for each run that has both.
  private var together: [UInt64] = []
  /// How many runs have been counted.
  private var runs = 0

  private typealias Teaching = TranslationParameters.Teaching
  /// A type of which an edge explains so much needs no other.
  private static let explained: Float = 0.3
  /// Longer runs teach nothing: anything stands with anything.
  private static let mostStems = 60

  /// - Complexity: O(edges of the types of all runs + unexplained stems of one run × of the other).
  static func learned(
    from links: [Link], _ source: AnalysedText, _ target: AnalysedText,
    beyond known: Correspondences
  ) -> [Association] {
    var lexicon = DocumentLexicon(source, target, known)
    lexicon.count(links, source, target)
    return lexicon.associations()
  }

  private init(_ source: AnalysedText, _ target: AnalysedText, _ known: Correspondences) {
    (self.source, self.target, self.known) = (Stems(source), Stems(target), known)
    sourceCounts = Array(repeating: 0, count: self.source.count)
    targetCounts = Array(repeating: 0, count: self.target.count)
  }

  private mutating func count(_ links: [Link], _ source: AnalysedText, _ target: AnalysedText) {
    var types = (Marks(count: source.types.count), Marks(count: target.types.count))
    var stems = (Marks(count: self.source.count), Marks(count: self.target.count))
    for link in links {
      Self.mark(source, link.source, &types.0)
      Self.mark(target, link.target, &types.1)
      Self.markUnexplained(types.0, by: types.1, known.source, self.source, &stems.0)
      Self.markUnexplained(types.1, by: types.0, known.target, self.target, &stems.1)
      guard max(stems.0.members.count, stems.1.members.count) <= Self.mostStems else { continue }
      runs += 1
      for a in stems.0.members { sourceCounts[a] += 1 }
      for b in stems.1.members { targetCounts[b] += 1 }
      for a in stems.0.members {
        for b in stems.1.members { together.append(UInt64(a) << 32 | UInt64(b)) }
      }
    }
    together.sort()
  }

  private static func mark(_ text: AnalysedText, _ segments: Range<Int>, _ types: inout Marks) {
    types.clear()
    for segment in segments {
      for token in text.segments[segment] { types.insert(token.type) }
    }
  }

  private static func markUnexplained(
    _ types: Marks, by others: Marks, _ side: Correspondences.Side, _ all: Stems,
    _ stems: inout Marks
  ) {
    stems.clear()
    for type in types.members {
      let isExplained = side.edges[type].contains {
        $0.weight >= explained && others.contains($0.type)
      }
      if !isExplained { stems.insert(all.ofType[type]) }
    }
  }

  /// All types of two stems that are each other's best, ascending by source stem, then target stem.
  private func associations() -> [Association] {
    let found = pairs()
    var bestOfSource = [Double](repeating: 0, count: source.count)
    var bestOfTarget = [Double](repeating: 0, count: target.count)
    for pair in found {
      bestOfSource[pair.a] = max(bestOfSource[pair.a], pair.dice)
      bestOfTarget[pair.b] = max(bestOfTarget[pair.b], pair.dice)
    }
    var associations: [Association] = []
    for pair in found
    where pair.dice >= Teaching.nearlyBest * max(bestOfSource[pair.a], bestOfTarget[pair.b]) {
      for a in source.members[pair.a] {
        for b in target.members[pair.b] {
          associations.append(Association(source: a, target: b, dice: pair.dice))
        }
      }
    }
    return associations
  }

  private func pairs() -> [(a: Int, b: Int, dice: Double)] {
    var (found, next): ([(a: Int, b: Int, dice: Double)], Int) = ([], 0)
    while next < together.count {
      let (start, key) = (next, together[next])
      while next < together.count, together[next] == key { next += 1 }
      guard next - start >= Teaching.leastTogether else { continue }
      let (a, b) = (Int(key >> 32), Int(key & 0xFFFF_FFFF))
      let independent = Double(sourceCounts[a]) * Double(targetCounts[b]) / Double(runs)
      guard Double(next - start) >= Teaching.leastLift * independent else { continue }
      let single = Double(sourceCounts[a] + targetCounts[b])
      let dice = 2 * (Double(next - start) - Teaching.chance) / single
      if dice >= Teaching.leastDice { found.append((a, b, dice)) }
    }
    return found
  }
}

/// The types of a text by their first letters: forms of one word teach together.
private struct Stems {
  /// For each type its stem.
  private(set) var ofType: [Int] = []
  /// For each stem its types.
  private(set) var members: [[Int]] = []
  var count: Int { members.count }

  /// In characters.
  private static let length = 5

  init(_ text: AnalysedText) {
    var known: [Substring: Int] = [:]
    for (type, word) in text.types.enumerated() {
      if !word.isValue {
        let stem = word.text.prefix(Self.length)
        if let index = known[stem] {
          ofType.append(index)
          members[index].append(type)
          continue
        }
        known[stem] = members.count
      }
      ofType.append(members.count)
      members.append([type])
    }
  }
}

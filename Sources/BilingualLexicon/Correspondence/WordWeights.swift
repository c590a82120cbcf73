internal import BitextModel
internal import Foundation

/// How informative words are: rare ones more than frequent ones, by the lexicon's counts and the text's
/// own, pooled. So a small lexicon, which counts little, learns from a long text which words are
/// frequent, and a large one is hardly moved.
struct WordWeights {
  private let lexicon: Lexicon
  private let side: Lexicon.Side
  /// Words counted in both.
  private let total: Double

  private static let floor: Float = 0.05

  init(_ text: AnalysedText, _ lexicon: Lexicon, _ side: Lexicon.Side) {
    (self.lexicon, self.side) = (lexicon, side)
    let words = text.segments.reduce(0) { $0 + $1.count }
    total = Double(max(lexicon.info.words[side.rawValue], lexicon.entryCount) + words)
  }

  /// 0 to 1.
  ///
  /// - Parameter terms: What the lexicon has for the word; its most frequent form counts.
  func informativeness(_ type: AnalysedText.WordType, _ terms: some Sequence<Lexicon.Term>) -> Float
  {
    let known = terms.map { lexicon.count(of: $0, side) }.max() ?? 0
    let count = Double(known + type.segmentCount)
    return max(Self.floor, Float(log((total + 1) / (count + 1)) / log(total + 1)))
  }

  /// Without a lexicon, words that stand in many segments of the text tell little.
  static func informativeness(of text: AnalysedText) -> [Float] {
    let total = Double(max(text.segments.count, 2))
    return text.types.map { type in
      max(floor, Float(log((total + 1) / Double(type.segmentCount)) / log(total + 1)))
    }
  }
}

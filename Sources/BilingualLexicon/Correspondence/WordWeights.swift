internal import BitextModel
internal import Foundation

/// How informative words are: rare ones more than frequent ones, by the lexicons' counts and the text's
/// own, pooled. So a small lexicon, which counts little, learns from a long text which words are
/// frequent, and a large one is hardly moved. Without a lexicon, words that stand in many segments of the
/// text tell little.
struct WordWeights {
  private let text: AnalysedText
  private let layers: [LexiconTerms]
  /// Words counted in all.
  private let total: Double

  private static let floor: Float = 0.05

  init(_ text: AnalysedText, _ layers: [LexiconTerms]) {
    (self.text, self.layers) = (text, layers)
    guard !layers.isEmpty else {
      total = Double(max(text.segments.count, 2))
      return
    }
    let words = text.segments.reduce(0) { $0 + $1.count }
    total = layers.reduce(Double(words)) { sum, layer in
      let info = layer.lexicon.info.words
      let counted = info.indices.contains(layer.side.rawValue) ? info[layer.side.rawValue] : 0
      return sum + Double(max(counted, layer.lexicon.entryCount))
    }
  }

  /// 0 to 1.
  func informativeness(of type: Int) -> Float {
    if let value = text.types[type].value, !layers.isEmpty { return value.informativeness }
    var count = Double(text.types[type].segmentCount)
    guard !layers.isEmpty else {
      return max(Self.floor, Float(log((total + 1) / count) / log(total + 1)))
    }
    // The most frequent form of the word counts.
    for layer in layers {
      let terms = layer.whole[type] + [layer.own[type]].compactMap(\.self)
      count += Double(terms.map { layer.lexicon.count(of: $0, layer.side) }.max() ?? 0)
    }
    return max(Self.floor, Float(log((total + 1) / (count + 1)) / log(total + 1)))
  }
}

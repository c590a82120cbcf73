public import BilingualLexicon
public import BitextModel
internal import SentenceAlignment
public import UnicodeText

/// Why two segments are taken to correspond: which of their tokens explain each other.
public struct SegmentExplanation: Sendable, Hashable {
  public let source, target: String
  public let alignment: TokenAlignment

  /// The share of both segments' information that the other explains, 0 to 1: the sum of the links'
  /// weights.
  public var similarity: Double { alignment.links.reduce(0) { $0 + $1.weight } }

  /// Explains two segments on their own, by the weights of translations. Within documents, the aligner also
  /// sees how often words stand there.
  public init(
    _ source: String, in sourceLanguage: LanguageTag, _ target: String,
    in targetLanguage: LanguageTag, lexicons: [Lexicon]
  ) throws(ICUFailure) {
    (self.source, self.target) = (source, target)
    let left = try AnalysedText([source[...]], language: sourceLanguage)
    let right = try AnalysedText([target[...]], language: targetLanguage)
    let correspondences = Correspondences(source: left, target: right, lexicons: lexicons)
    let aligner = TokenAligner(
      source: left, target: right, correspondences: correspondences,
      weights: (
        TypeWeights.background(left, correspondences.source).values,
        TypeWeights.background(right, correspondences.target).values
      ))
    alignment = aligner.alignment(source: 0, target: 0)
  }

  /// The links, heaviest first, then by place: the words of both sides, what ties them, the weight.
  public var rows: [(source: String, target: String, by: TokenAlignment.Source, weight: Double)] {
    alignment.links.sorted {
      ($1.weight, $0.source.lowerBound, $0.target.lowerBound)
        < ($0.weight, $1.source.lowerBound, $1.target.lowerBound)
    }.map { link in
      (Self.slice(source, link.source), Self.slice(target, link.target), link.by, link.weight)
    }
  }

  private static func slice(_ text: String, _ range: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }
}

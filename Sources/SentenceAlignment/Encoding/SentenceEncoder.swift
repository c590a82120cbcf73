/// Turns texts into vectors such that what means the same lies close, in whatever language.
public protocol SentenceEncoder: Sendable {
  /// Engine and model, so that a result says what it rests on. Encoders that give other vectors have
  /// other names.
  var identifier: String { get }

  /// One vector a text, in their order, each of length 1 and all of one dimension. Equal texts have equal
  /// vectors.
  ///
  /// - Complexity: dominated by the model; hand over many texts at once.
  func vectors(of texts: [String]) throws -> [[Float]]
}

internal import BitextModel

/// What an encoder says of the segments of two texts that may be linked.
package struct EncodedTexts: Sendable {
  /// What to encode with, and the segments' texts.
  package struct Input: Sendable {
    let encoder: any SentenceEncoder
    /// By segment.
    let source, target: [String]

    package init(encoder: any SentenceEncoder, source: [String], target: [String]) {
      (self.encoder, self.source, self.target) = (encoder, source, target)
    }
  }

  /// How alike two segments are to the encoder.
  struct Likeness: Sendable, Hashable {
    /// The cosine of the two sentences, centred, 0 to 1.
    let sentences: Double
    /// The mean over the clauses of both of the cosine with the best clause of the other, -1 to 1; a
    /// sentence's vector tells its topic, those of its clauses what it claims.
    let clauses: Double
  }

  private struct Side: Sendable {
    let sentences, clauses: VectorTable
    /// The row of a segment, and its clauses'.
    var rows: [Int: (sentence: Int, clauses: Range<Int>)] = [:]
    /// How much each clause weighs.
    var weights: [Float] = []
  }

  private let source, target: Side
  private let trust: Double

  /// - Parameters:
  ///   - sources: The segments that may be linked, ascending.
  ///   - clauses: Of all segments.
  init(
    _ input: Input, clauses: (source: Clauses, target: Clauses), sources: [Int], targets: [Int]
  ) throws {
    let texts = (
      Self.texts(input.source, clauses.source, sources),
      Self.texts(input.target, clauses.target, targets)
    )
    let vectors = try input.encoder.vectors(
      of: texts.0.sentences + texts.0.clauses + texts.1.sentences + texts.1.clauses)
    var rest = vectors[...]
    func take(_ count: Int) -> VectorTable {
      defer { rest = rest.dropFirst(count) }
      return VectorTable(Array(rest.prefix(count)))
    }
    func side(_ texts: (sentences: [String], clauses: [String]), _ segments: [Int], _ own: Clauses)
      -> Side
    {
      var side = Side(sentences: take(texts.sentences.count), clauses: take(texts.clauses.count))
      for (row, segment) in segments.enumerated() {
        let first = side.weights.count
        side.weights += own[segment].map(\.weight)
        side.rows[segment] = (row, first..<side.weights.count)
      }
      return side
    }
    source = side(texts.0, sources, clauses.source)
    target = side(texts.1, targets, clauses.target)
    trust = VectorTable.trust(source.sentences, target.sentences)
  }

  /// The sentences, then all their clauses; a sentence of one clause is its clause.
  private static func texts(
    _ texts: [String], _ clauses: Clauses, _ segments: [Int]
  ) -> (sentences: [String], clauses: [String]) {
    (
      segments.map { texts[$0] },
      segments.flatMap { segment in
        let own = clauses[segment]
        return own.count == 1
          ? [texts[segment]] : own.map { String(texts[segment].utf8Slice($0.range)) }
      }
    )
  }

  func likeness(_ i: Int, _ j: Int) -> Likeness {
    guard let a = source.rows[i], let b = target.rows[j] else {
      return Likeness(sentences: 0, clauses: 0)
    }
    let sentences = source.sentences.cosine(a.sentence, target.sentences, b.sentence)
    var best = (
      source: [Float](repeating: -1, count: a.clauses.count),
      target: [Float](repeating: -1, count: b.clauses.count)
    )
    for (k, x) in a.clauses.enumerated() {
      for (l, y) in b.clauses.enumerated() {
        let cosine = source.clauses.cosine(x, target.clauses, y)
        best.source[k] = max(best.source[k], cosine)
        best.target[l] = max(best.target[l], cosine)
      }
    }
    let clauses =
      (Self.mean(best.source, source.weights[a.clauses])
        + Self.mean(best.target, target.weights[b.clauses])) / 2
    return Likeness(
      sentences: trust * Double(max(0, sentences)), clauses: trust * Double(clauses))
  }

  /// How alike the clauses of two segments are, by their places, -1 to 1.
  func clauseCosine(_ i: Int, _ j: Int) -> (Int, Int) -> Double {
    guard let a = source.rows[i], let b = target.rows[j] else { return { _, _ in 0 } }
    return { k, l in
      trust
        * Double(
          source.clauses.cosine(a.clauses.lowerBound + k, target.clauses, b.clauses.lowerBound + l))
    }
  }

  /// 0 where there are no clauses, or none that weighs anything.
  private static func mean(_ values: [Float], _ weights: ArraySlice<Float>) -> Float {
    let total = weights.reduce(0, +)
    return total > 0 ? zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / total : 0
  }

  /// The pairs of segments of which one is among the other's nearest.
  ///
  /// - Complexity: O(sources × targets × dimension).
  func nearest(sources: [Int], targets: [Int], perSegment: Int) -> [(i: Int, j: Int)] {
    sources.indices.flatMap { row in
      source.sentences.nearest(to: row, in: target.sentences, atMost: perSegment)
        .map { (sources[row], targets[$0]) }
    }
      + targets.indices.flatMap { row in
        target.sentences.nearest(to: row, in: source.sentences, atMost: perSegment)
          .map { (sources[$0], targets[row]) }
      }
  }
}

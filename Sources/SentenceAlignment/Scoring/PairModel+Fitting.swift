internal import Foundation

extension PairModel {
  /// A pair of segments, whether they translate each other, and how much that counts.
  struct Example {
    let features: Features
    /// The probability that they do, 0 to 1.
    let label: Double
    let weight: Double
  }

  private var coefficients: [Double] {
    [prior, similarity, similarityByContent, length, lengthByContent, content, contradiction]
  }

  private init(_ c: [Double]) {
    self.init(
      prior: c[0], similarity: c[1], similarityByContent: c[2], length: c[3],
      lengthByContent: c[4], content: c[5], contradiction: c[6])
  }

  private static func row(_ features: Features) -> [Double] {
    let (s, d, c) = (
      Double(features.similarity), Double(features.lengthDifference), Double(features.content)
    )
    return [1, s, s * c, d, d * c, c, Double(features.contradictions)]
  }

  /// The model that explains these examples and stays close to this one: logistic regression with a normal
  /// prior around its coefficients (MAP, by Newton's method).
  ///
  func fitted(to examples: [Example]) -> PairModel {
    let start = coefficients
    let rows = examples.map { Self.row($0.features) }
    let total = examples.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return self }
    let n = start.count
    // A coefficient is held as stiffly as its feature is large.
    var hold = [Double](repeating: 1e-3, count: n)
    for (row, example) in zip(rows, examples) {
      for k in 0..<n {
        hold[k] +=
          example.weight * row[k] * row[k] / total * TranslationParameters.Teaching.stiffness * 0.25
      }
    }
    var b = start
    for _ in 0..<8 {
      var gradient = (0..<n).map { -hold[$0] * (b[$0] - start[$0]) }
      var hessian = (0..<n).map { i in (0..<n).map { $0 == i ? hold[i] : 0 } }
      for (row, example) in zip(rows, examples) {
        let z = zip(row, b).reduce(0) { $0 + $1.0 * $1.1 }
        let p = 1 / (1 + exp(-max(-30, min(30, z))))
        let (e, v) = (example.weight * (example.label - p), example.weight * p * (1 - p))
        for i in 0..<n {
          gradient[i] += e * row[i]
          for j in 0..<n { hessian[i][j] += v * row[i] * row[j] }
        }
      }
      let step = Self.solve(hessian, gradient)
      for k in 0..<n { b[k] += step[k] }
    }
    return PairModel(b)
  }

  /// Solves a symmetric positive definite system by Gaussian elimination.
  private static func solve(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    let n = vector.count
    var m = zip(matrix, vector).map { $0 + [$1] }
    for k in 0..<n {
      for i in k + 1..<n {
        let factor = m[i][k] / m[k][k]
        for j in k...n { m[i][j] -= factor * m[k][j] }
      }
    }
    var x = [Double](repeating: 0, count: n)
    for k in (0..<n).reversed() {
      let rest = (k + 1..<n).reduce(0) { $0 + m[k][$1] * x[$1] }
      x[k] = (m[k][n] - rest) / m[k][k]
    }
    return x
  }
}

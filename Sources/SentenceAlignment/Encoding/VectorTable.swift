/// Vectors of one text's sentences or clauses, laid out flat, less what all of them share.
///
/// Sentences of one article lie close together whatever they say: their mean is the article's topic and
/// its language. What is left tells the claims apart (centring, as of word vectors in Mu & Viswanath 2018).
struct VectorTable: Sendable {
  let count: Int
  /// A multiple of the lanes that a product takes at once.
  private let stride: Int
  private var values: [Float]

  private typealias Lanes = SIMD8<Float>

  /// Shorter than this, nothing but rounding is left.
  private static let leastLength: Float = 1e-4

  /// - Parameter vectors: All of one dimension.
  init(_ vectors: [[Float]]) {
    count = vectors.count
    let dimension = vectors.first?.count ?? 0
    stride = (dimension + Lanes.scalarCount - 1) / Lanes.scalarCount * Lanes.scalarCount
    values = [Float](repeating: 0, count: count * stride)
    var mean = [Float](repeating: 0, count: dimension)
    for vector in vectors { for k in vector.indices { mean[k] += vector[k] / Float(count) } }
    for (row, vector) in vectors.enumerated() {
      let centred = zip(vector, mean).map { $0 - $1 }
      let length = centred.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard length > Self.leastLength else { continue }
      for (k, value) in centred.enumerated() { values[row * stride + k] = value / length }
    }
  }

  /// How much likenesses of vectors of two tables tell, 0 to 1: of two sentences the mean is half of each, and
  /// of one the whole; what is left of them says little.
  static func trust(_ a: VectorTable, _ b: VectorTable) -> Double {
    1 - 1 / Double(max(1, min(a.count, b.count)))
  }

  /// The cosine of a vector of this table and one of another, -1 to 1; 0 for one that is all topic.
  ///
  /// - Complexity: O(dimension).
  func cosine(_ row: Int, _ other: VectorTable, _ otherRow: Int) -> Float {
    precondition(stride == other.stride, "vectors of one encoder have one dimension")
    return values.withUnsafeBytes { a in
      other.values.withUnsafeBytes { b in
        let size = MemoryLayout<Float>.size
        var sum = Lanes.zero
        var (x, y) = (row * stride * size, otherRow * stride * size)
        for _ in 0..<stride / Lanes.scalarCount {
          sum +=
            a.loadUnaligned(fromByteOffset: x, as: Lanes.self)
            * b.loadUnaligned(fromByteOffset: y, as: Lanes.self)
          x += MemoryLayout<Lanes>.size
          y += MemoryLayout<Lanes>.size
        }
        return sum.sum()
      }
    }
  }

  /// The rows of another table that are nearest to a row of this, ascending.
  ///
  /// - Complexity: O(rows of the other × dimension).
  func nearest(to row: Int, in other: VectorTable, atMost limit: Int) -> [Int] {
    guard other.count > limit else { return Array(0..<other.count) }
    var best: [(cosine: Float, row: Int)] = []
    for candidate in 0..<other.count {
      let cosine = cosine(row, other, candidate)
      if best.count == limit {
        guard let last = best.last, cosine > last.cosine else { continue }
        best.removeLast()
      }
      let place = best.firstIndex { $0.cosine < cosine } ?? best.endIndex
      best.insert((cosine, candidate), at: place)
    }
    return best.map(\.row).sorted()
  }
}

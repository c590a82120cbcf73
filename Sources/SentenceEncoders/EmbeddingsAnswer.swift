internal import Foundation

/// The vectors that a server answers with, checked and of length 1.
struct EmbeddingsAnswer {
  /// In the order of the request's texts.
  let vectors: [[Float]]

  private struct Answer: Decodable {
    let data: [Entry]

    struct Entry: Decodable {
      /// Zero-based among the request's texts; servers that leave it out answer in order.
      let index: Int?
      let embedding: [Float]
    }
  }

  /// - Parameters:
  ///   - count: The number of texts asked for.
  ///   - place: Who answers, for the error.
  init(_ body: [UInt8], count: Int, place: String) throws(EncoderFault) {
    let answer: Answer
    do {
      answer = try JSONDecoder().decode(Answer.self, from: Data(body))
    } catch {
      throw EncoderFault(
        place, "answers with something else than embeddings",
        remedy: "Is it the address of an OpenAI-compatible /v1/embeddings?")
    }
    var vectors = [[Float]](repeating: [], count: count)
    for (place, entry) in answer.data.enumerated() {
      let index = entry.index ?? place
      guard vectors.indices.contains(index) else { continue }
      vectors[index] = Self.unit(entry.embedding)
    }
    let dimension = vectors.first?.count ?? 0
    guard answer.data.count == count, vectors.allSatisfy({ $0.count == dimension && dimension > 0 })
    else {
      throw EncoderFault(
        place, "answers \(count) texts with \(answer.data.count) embeddings, or with empty ones")
    }
    self.vectors = vectors
  }

  /// Empty for a vector that has no direction.
  private static func unit(_ vector: [Float]) -> [Float] {
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length.isFinite && length > 0 ? vector.map { $0 / length } : []
  }
}

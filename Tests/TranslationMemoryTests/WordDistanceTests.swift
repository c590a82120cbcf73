import TestSupport
import Testing

@testable import TranslationMemory

@Suite struct WordDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("", "a b", 2), ("a b c", "a b c", 0), ("a b c", "a x c", 1),
    ("a b c d", "b c d a", 2), ("k i t t e n", "s i t t i n g", 3),
  ])
  func table(a: String, b: String, expected: Int) {
    let (a, b) = (a.split(separator: " "), b.split(separator: " "))
    #expect(WordDistance(to: a).distance(from: b) == expected)
    #expect(ReferenceWordDistance.distance(a, b) == expected)
  }

  /// Lengths on both sides of 64 and 128, where another block begins.
  @Test(arguments: [3, 20, 63, 64, 65, 127, 128, 129, 200])
  func equalsTheReference(length: Int) {
    var generator = SeededGenerator(seed: UInt64(length))
    for _ in 0..<80 {
      let alphabet = Int.random(in: 1...12, using: &generator)
      let random = { (count: Int) in
        (0..<count).map { _ in Int.random(in: 0..<alphabet, using: &generator) }
      }
      let a = random(length)
      let b = random(Int.random(in: 0...length + 10, using: &generator))
      let expected = ReferenceWordDistance.distance(a, b)
      #expect(WordDistance(to: a).distance(from: b) == expected, "\(a) \(b)")
      #expect(WordDistance(to: b).distance(from: a) == expected, "\(b) \(a)")
    }
  }
}

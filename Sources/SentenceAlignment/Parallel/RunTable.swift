internal import Foundation

/// What the search asks about every run of one to four segments of a text, computed once: no logarithm is
/// left for its innermost loop.
struct RunTable: Sendable {
  /// A value for the runs of one, two, three and four segments that end in the same place.
  typealias ByLength = SIMD4<Float>

  /// Beads take at most so many segments of a side.
  static let longest = 4

  /// By last segment, the weight of the types of each run, a type counted once a segment.
  let weights: [ByLength]
  /// ln(1 + weight).
  let contents: [ByLength]
  /// ln(1 + length), in characters halfway between both texts'.
  let lengths: [ByLength]
  /// What speaks for reading each run as one, in log-odds: seams and sizes.
  let joints: [ByLength]
  /// Whether the segments begin a paragraph, are headings.
  let layout: Layout

  /// - Parameters:
  ///   - lengths: Of the segments, in characters.
  ///   - ratio: What a character counts, so that both texts are as long.
  init(_ table: SideTable, _ layout: Layout, lengths: [Double], ratio: Double) {
    self.layout = layout
    let own = (0..<table.segmentCount).map { segment in
      table.types(of: segment).reduce(Float(0)) { $0 + table.weights[Int($1)] }
    }
    weights = Self.sums(own)
    joints = Self.joints(layout.seams)
    contents = weights.map { Self.logarithm(1 + $0) }
    self.lengths = Self.sums(lengths.map { Float($0 * ratio) }).map { Self.logarithm(1 + $0) }
  }

  /// Runs that would begin before the text are as long as the longest that does not.
  private static func sums(_ values: [Float]) -> [ByLength] {
    values.indices.map { last in
      var (sums, sum) = (ByLength.zero, Float(0))
      for count in 0..<longest {
        if count <= last { sum += values[last - count] }
        sums[count] = sum
      }
      return sums
    }
  }

  private static func joints(_ seams: [Float]) -> [ByLength] {
    seams.indices.map { last in
      var (joints, sum) = (ByLength.zero, Float(0))
      for count in 1..<longest {
        if count <= last { sum += seams[last - count + 1] }
        joints[count] = sum
      }
      return joints
    }
  }

  /// How the first segment of a run stands.
  func start(endingAt last: Int, count: Int) -> (startsParagraph: Bool, isHeading: Bool) {
    let first = max(0, last - count + 1)
    return (layout.startsParagraph[first], layout.isHeading[first])
  }

  /// What label the first segment of a run has.
  func label(endingAt last: Int, count: Int) -> ListLabel? {
    layout.labels[max(0, last - count + 1)]
  }

  /// Whether punctuation ties a segment to a neighbour in the same run: a fragment belongs with what it
  /// is a part of, whatever its words.
  func isTied(_ segment: Int, in run: ClosedRange<Int>) -> Bool {
    segment > run.lowerBound && layout.seams[segment] > 0
      || segment < run.upperBound && layout.seams[segment + 1] > 0
  }

  private static func logarithm(_ values: ByLength) -> ByLength {
    ByLength(log(values[0]), log(values[1]), log(values[2]), log(values[3]))
  }
}

internal import BitextToolkit

/// Both documents as two bars, a block a segment, as high as it has characters, and between them a ribbon a
/// link: the shape of the whole at one look.
struct ReviewMap {
  struct Block {
    let x: Int
    let y, height: String
    /// Whether no link has it.
    let isGap: Bool
  }

  struct Ribbon {
    let path: String
    let isPartial, isAccepted: Bool
  }

  let height: Int
  let blocks: [Block]
  let ribbons: [Ribbon]

  /// Of the longer document, in the units of the drawing.
  private static let length = 400.0
  private static let space = 2.0

  init(of file: AlignmentFile) {
    let links = file.alignment.links
    let sides = [file.source, file.target].map { $0.texts.map { max(1, $0.count) } }
    let scale = Self.length / Double(max(1, sides.map { $0.reduce(0, +) }.max() ?? 1))
    let places = sides.map { lengths in
      var y = 0.0
      return lengths.map { length in
        defer { y += Double(length) * scale + Self.space }
        return (top: y, bottom: y + Double(length) * scale)
      }
    }
    height = Int(places.compactMap { $0.last?.bottom }.max() ?? 1) + 1
    let used = [Set(links.flatMap(\.source)), Set(links.flatMap(\.target))]
    blocks = places.indices.flatMap { side in
      places[side].enumerated().map { index, place in
        Block(
          x: side == 0 ? 0 : 86, y: Self.text(place.top),
          height: Self.text(place.bottom - place.top), isGap: !used[side].contains(index))
      }
    }
    ribbons = links.flatMap { link in
      Self.runs(link.source).flatMap { source in
        Self.runs(link.target).map { target in
          Ribbon(
            path: Self.path(
              places[0][source.lowerBound].top, places[0][source.upperBound].bottom,
              places[1][target.lowerBound].top, places[1][target.upperBound].bottom),
            isPartial: link.strength == .partial, isAccepted: link.status == .accepted)
        }
      }
    }
  }

  /// A band from the right edge of the first bar to the left edge of the second.
  private static func path(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> String {
    let (a, b, c, d) = (text(a), text(b), text(c), text(d))
    return "M14 \(a)C50 \(a) 50 \(c) 86 \(c)V\(d)C50 \(d) 50 \(b) 14 \(b)Z"
  }

  /// Runs of indexes that follow one another.
  private static func runs(_ indexes: [Int]) -> [ClosedRange<Int>] {
    indexes.reduce(into: []) { runs, index in
      if let last = runs.last, last.upperBound + 1 == index {
        runs[runs.count - 1] = last.lowerBound...index
      } else {
        runs.append(index...index)
      }
    }
  }

  /// One decimal is finer than any screen.
  private static func text(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

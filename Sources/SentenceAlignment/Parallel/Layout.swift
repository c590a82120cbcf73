internal import BitextModel

/// What the layout of a document and its punctuation say of each segment, whatever its words.
struct Layout: Sendable {
  /// For each segment what speaks for reading it together with the one before, in log-odds.
  let seams: [Float]
  /// Whether it begins a paragraph; nowhere, where paragraphs tell nothing.
  let startsParagraph: [Bool]
  let isHeading: [Bool]

  /// - Parameter segments: Indexes of those that take part, ascending.
  init(_ document: Document, _ segments: [Int]) {
    let kinds = segments.map { document.segments[$0] }
    // Where every segment is a paragraph, as in lists of segments, paragraphs tell nothing.
    let tells = zip(kinds, kinds.dropFirst()).contains { $0.paragraph == $1.paragraph }
    let breaks = kinds.indices.map { index in
      tells && (index == 0 || kinds[index].paragraph != kinds[index - 1].paragraph)
    }
    var (seams, goesOn): ([Float], Bool) = ([], false)
    for (index, segment) in segments.enumerated() {
      let text = document.trimmedText(of: segment)
      let isBegun = goesOn || text.unicodeScalars.first?.properties.isLowercase == true
      seams.append((isBegun ? Self.goingOn : 0) + (breaks[index] ? Self.paragraphBreak : 0))
      goesOn = text.unicodeScalars.last.map(Self.leavesOpen.contains) ?? false
    }
    self.seams = seams
    startsParagraph = breaks
    isHeading = kinds.map { $0.kind == .heading }
  }

  /// A segment that ends so is no sentence yet.
  private static let leavesOpen: Set<Unicode.Scalar> = [",", ";", "-", "–", "—", "("]
  /// Of a segment that goes on where the one before broke off.
  private static let goingOn: Float = 1
  private static let paragraphBreak: Float = -1

  /// What speaks for a bead by how its first segments stand, in log-odds.
  static func agreement(
    _ source: (startsParagraph: Bool, isHeading: Bool),
    _ target: (startsParagraph: Bool, isHeading: Bool)
  ) -> Float {
    var sum: Float = 0
    if source.startsParagraph, target.startsParagraph { sum += 0.5 }
    if source.startsParagraph != target.startsParagraph { sum -= 1 }
    if source.isHeading != target.isHeading { sum -= 1.5 }
    return sum
  }
}

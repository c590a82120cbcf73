internal import BitextModel

/// What the layout of a document and its punctuation say of each segment, whatever its words.
struct Layout: Sendable {
  /// For each segment what speaks for reading it together with the one before, in log-odds.
  let seams: [Float]
  /// Whether it begins a paragraph; nowhere, where paragraphs tell nothing.
  let startsParagraph: [Bool]
  let isHeading: [Bool]
  /// `nil` where the segment begins with its first word.
  let labels: [ListLabel?]

  /// - Parameter segments: Indexes of those that take part, ascending.
  init(_ document: Document, _ segments: [Int]) {
    let kinds = segments.map { document.segments[$0] }
    // Where every segment is a paragraph, as in lists of segments, paragraphs tell nothing.
    let tells = zip(kinds, kinds.dropFirst()).contains { $0.paragraph == $1.paragraph }
    let breaks = kinds.indices.map { index in
      tells && (index == 0 || kinds[index].paragraph != kinds[index - 1].paragraph)
    }
    let isLowercase = segments.map { segment in
      document.trimmedText(of: segment).unicodeScalars.first?.properties.isLowercase == true
    }
    // Who writes everything small says nothing by it.
    let smallTells = isLowercase.count { $0 } * 2 < segments.count
    var (seams, labels): ([Float], [ListLabel?]) = ([], [])
    var last: Unicode.Scalar?
    for (index, segment) in segments.enumerated() {
      let text = document.trimmedText(of: segment)
      let label = ListLabel(beginning: text)
      let seam = Self.seam(after: last, isSmall: smallTells && isLowercase[index])
      let isNew = label != nil || breaks[index]
      // A sentence may run across a break of paragraphs, but not on into an item.
      seams.append(isNew ? (seam > 0 && label == nil ? 0 : Around.newPart) : seam)
      labels.append(label)
      last = text.unicodeScalars.last
    }
    (self.seams, self.labels) = (seams, labels)
    startsParagraph = breaks
    isHeading = kinds.map { $0.kind == .heading }
  }

  /// What speaks for reading two segments as one by how the first ends and whether the second begins
  /// with a small letter, in log-odds.
  private static func seam(after last: Unicode.Scalar?, isSmall: Bool) -> Float {
    if isSmall || last.map(leavesOpen.contains) == true { return Around.goingOn }
    return last == ":" ? Around.announced : 0
  }

  /// A segment that ends so is no sentence yet.
  private static let leavesOpen: Set<Unicode.Scalar> = [",", ";", "-", "–", "—", "("]
  private typealias Around = TranslationParameters.Around

  /// What speaks for a bead by how its first segments stand, in log-odds.
  static func agreement(
    _ source: (startsParagraph: Bool, isHeading: Bool),
    _ target: (startsParagraph: Bool, isHeading: Bool)
  ) -> Float {
    var sum: Float = 0
    if source.startsParagraph, target.startsParagraph { sum += Around.bothBegin }
    if source.startsParagraph != target.startsParagraph { sum += Around.oneBegins }
    if source.isHeading != target.isHeading { sum += Around.oneIsHeading }
    return sum
  }

  /// What speaks for a bead by the labels of its first segments, in log-odds.
  static func agreement(_ source: ListLabel?, _ target: ListLabel?) -> Float {
    if source == nil, target == nil { return 0 }
    if source == nil || target == nil { return Around.noLabel }
    return source == target ? Around.sameLabel : Around.otherLabel
  }
}

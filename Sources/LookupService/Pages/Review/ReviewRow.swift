internal import BitextToolkit

/// A row of a review: a link, or a segment that no link has.
struct ReviewRow {
  typealias Link = ReviewOperation.Link

  struct Segment {
    let index: Int
    let text: String
    /// Why it is no sentence to link, such as a menu.
    let reason: String?
  }

  struct Term {
    let name, value: String
    let isFor: Bool
  }

  struct Neighbour {
    let source, target: String
  }

  var isLink = false
  /// Names the row in the address; a decision does not change it.
  var anchor = ""
  var sourceSegments: [Segment] = []
  var targetSegments: [Segment] = []
  // Templates see stored properties alone.
  var hasSource = false

  // Of a segment on its own
  var isLeftOut = false

  // Of a link
  var status = ""
  var state = ""
  var percent = 0
  var isOpen = false
  var isDecided = false
  var isAccepted = false
  var isRejected = false
  var isPartial = false
  var isClaim = false
  var canWrite = false
  /// The indexes as a form sends them: `3+4`.
  var sourceValue = ""
  var targetValue = ""
  var wordingSource: String?
  var wordingTarget: String?
  var editSource = ""
  var editTarget = ""
  var evidence: [Term] = []
  var hasEvidence = false
  var previous: Neighbour?
  var next: Neighbour?
  var canMoveUp = false
  var canMoveDown = false
  var splitSource: [Int] = []
  var splitTarget: [Int] = []
  var canSplit = false

  static func rows(
    of file: AlignmentFile, look: ReviewPage.Look, words: Words, canWrite: Bool
  ) -> [ReviewRow] {
    let links = file.links.filter { $0.status != .candidate }
    var rows: [(place: Double, doubt: Double, row: ReviewRow)] = []
    // Neighbours are links that stand: a rejected one takes no segments.
    let standing = links.filter(\.isLink)
    for link in links where !look.isOpenOnly || !link.isDecided {
      let place = standing.firstIndex(of: link)
      var row = ReviewRow(link, in: file, words: words)
      row.canWrite = canWrite
      if let place {
        row.previous = place > 0 ? Neighbour(standing[place - 1]) : nil
        row.next = place + 1 < standing.count ? Neighbour(standing[place + 1]) : nil
        row.canMoveUp = row.previous != nil && link.target.count > 1
        row.canMoveDown = row.next != nil && link.target.count > 1
      }
      rows.append((Double(link.source[0]), abs(link.confidence - 0.5), row))
    }
    if !look.isOpenOnly {
      rows += Self.alone(of: file, standing)
    }
    // Sorting is by place and then stable, so that rows stay where they are while they are decided.
    return rows.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      if look.isByDoubt, x.doubt != y.doubt { return x.doubt < y.doubt }
      return (x.place, a.offset) < (y.place, b.offset)
    }.map(\.element.row)
  }

  /// The segments without a link. One of the target stands behind the link of the segment before it.
  private static func alone(
    of file: AlignmentFile, _ links: [Bead]
  ) -> [(place: Double, doubt: Double, row: ReviewRow)] {
    let used = (Set(links.flatMap(\.source)), Set(links.flatMap(\.target)))
    var rows: [(place: Double, doubt: Double, row: ReviewRow)] = []
    for index in file.source.segments.indices where !used.0.contains(index) {
      rows.append((Double(index), .infinity, ReviewRow(alone: index, file.source, isSource: true)))
    }
    var places: [Int: Double] = [:]
    for link in links {
      for index in link.target { places[index] = Double(link.source.last ?? 0) + 0.5 }
    }
    var place = -0.5
    for index in file.target.segments.indices {
      place = places[index] ?? place
      guard !used.1.contains(index) else { continue }
      rows.append((place, .infinity, ReviewRow(alone: index, file.target, isSource: false)))
    }
    return rows
  }

  private init(alone index: Int, _ side: AlignmentFile.Side, isSource: Bool) {
    let segment = Segment(index, of: side)
    anchor = "\(isSource ? "s" : "t")\(index)"
    isLeftOut = side.segments[index].kind == .boilerplate || side.texts[index].isEmpty
    if isSource { sourceSegments = [segment] } else { targetSegments = [segment] }
    hasSource = isSource
  }

  private init(_ link: Bead, in file: AlignmentFile, words: Words) {
    isLink = true
    sourceSegments = link.source.map { Segment($0, of: file.source) }
    targetSegments = link.target.map { Segment($0, of: file.target) }
    (sourceValue, targetValue) = (FormOperation.text(link.source), FormOperation.text(link.target))
    anchor = "l" + "\(sourceValue)-\(targetValue)".replacing("+", with: ".")
    status = link.status.rawValue
    percent = Int(link.confidence * 100)
    (isDecided, isOpen) = (link.isDecided, !link.isDecided)
    (isAccepted, isRejected) = (link.status == .accepted, link.status == .rejected)
    (isPartial, isClaim) = (link.strength == .partial, link.relation == .claim)
    state =
      isDecided
      ? words["state_\(status)"]
      : words[isPartial ? "state_partial" : isClaim ? "state_full" : "state_translation"]
    let wording = link.decision?.wording
    (wordingSource, wordingTarget) = (wording?.source, wording?.target)
    editSource = wordingSource ?? file.source.text(of: link.source)
    editTarget = wordingTarget ?? file.target.text(of: link.target)
    evidence = link.evidence.terms.filter { abs($0.logOdds) >= 0.05 }.map { term in
      let tenths = Int((abs(term.logOdds) * 10).rounded())
      return Term(
        name: term.name, value: "\(term.logOdds < 0 ? "−" : "+")\(tenths / 10).\(tenths % 10)",
        isFor: term.logOdds > 0)
    }
    hasEvidence = !evidence.isEmpty
    (splitSource, splitTarget) = (Array(link.source.dropFirst()), Array(link.target.dropFirst()))
    canSplit = !splitSource.isEmpty && !splitTarget.isEmpty
    hasSource = true
  }
}

extension ReviewRow.Segment {
  fileprivate init(_ index: Int, of side: AlignmentFile.Side) {
    self.init(index: index, text: side.texts[index], reason: side.segments[index].reason)
  }
}

extension ReviewRow.Neighbour {
  fileprivate init(_ link: Bead) {
    self.init(source: FormOperation.text(link.source), target: FormOperation.text(link.target))
  }
}

internal import BitextModel
internal import Interchange

/// The links of an alignment while a person changes them.
///
/// What a person links pushes proposals aside, which become rivals; it never pushes aside what a person
/// accepted before.
struct LinkRevision {
  typealias Link = AlignmentLines.Link

  private(set) var links: [Link: Bead]
  private let shape: Alignment.Shape
  private let decision: Bead.Decision?

  /// - Parameter decision: Who changes the links and when; `nil` leaves it open.
  init(_ links: [Bead], shape: Alignment.Shape, decision: Bead.Decision?) {
    self.links = Dictionary(links.map { (Link($0), $0) }) { first, _ in first }
    (self.shape, self.decision) = (shape, decision)
  }

  mutating func apply(_ operation: ReviewOperation) throws(ReviewRefusal) {
    switch operation {
    case .accept(let link): try put(try named(link).with(.accepted, decision))
    case .reject(let link): links[link] = try named(link).with(.rejected, decision)
    case .reopen(let link): try reopen(try named(link))
    case .grade(let link, let strength):
      try put(try named(link).with(.accepted, decision, strength: strength))
    case .link(let link):
      try put(links[link]?.with(.accepted, decision) ?? made(link))
    case .merge(let links): try merge(links)
    case .split(let link, let source, let target): try split(link, source, target)
    case .move(let segment, let side, let from, let to): try move(segment, side, from, to)
    case .edit(let link, let wording): try edit(link, wording)
    }
  }

  private func named(_ link: Link) throws(ReviewRefusal) -> Bead {
    guard let bead = links[link] else {
      throw ReviewRefusal("there is no link \(Self.name(link)); it may have changed meanwhile")
    }
    return bead
  }

  /// A link of a person's own: no evidence speaks for it but their word.
  private func made(_ link: Link, like other: Bead? = nil) -> Bead {
    Bead(
      source: link.source, target: link.target,
      relation: other?.relation ?? (shape == .parallel ? .translation : .claim),
      strength: other?.strength ?? .full, confidence: Evidence([]).probability, status: .accepted,
      decision: decision)
  }

  /// Puts an accepted link into its place.
  private mutating func put(_ bead: Bead) throws(ReviewRefusal) {
    if shape == .parallel {
      for (link, other) in links where other.isLink && link != Link(bead) {
        guard !other.stands(before: bead), !bead.stands(before: other) else { continue }
        guard other.status == .proposed else {
          throw ReviewRefusal(
            "in a translation \(Self.name(Link(bead))) cannot stand beside the accepted "
              + "\(Self.name(link)); reject or change that first")
        }
        links[link] = other.with(.candidate, nil)
      }
    }
    links[Link(bead)] = bead
  }

  private mutating func reopen(_ bead: Bead) throws(ReviewRefusal) {
    guard bead.isDecided else { throw ReviewRefusal("nobody has decided \(Self.name(Link(bead)))") }
    links[Link(bead)] = bead.with(bead.status == .accepted ? .proposed : .candidate, nil)
  }

  private mutating func merge(_ names: [Link]) throws(ReviewRefusal) {
    guard Set(names).count > 1 else { throw ReviewRefusal("merging takes two links") }
    var parts: [Bead] = []
    for name in names { parts.append(try named(name)) }
    let isGapless = shape == .parallel
    let all = { (side: (Bead) -> [Int]) in
      let indexes = Set(parts.flatMap(side))
      // A translation has no gaps: what lies between joins in.
      guard isGapless, let first = indexes.min(), let last = indexes.max() else {
        return indexes.sorted()
      }
      return Array(first...last)
    }
    for name in names { links[name] = nil }
    try put(
      made(
        Link(source: all(\.source), target: all(\.target)),
        like: parts.first { $0.strength == .full } ?? parts.first))
  }

  private mutating func split(
    _ name: Link, _ source: Int, _ target: Int
  ) throws(ReviewRefusal) {
    let bead = try named(name)
    let halves = [
      Link(source: name.source.filter { $0 < source }, target: name.target.filter { $0 < target }),
      Link(
        source: name.source.filter { $0 >= source }, target: name.target.filter { $0 >= target }),
    ]
    guard halves.allSatisfy({ !$0.source.isEmpty && !$0.target.isEmpty }) else {
      throw ReviewRefusal(
        "\(Self.name(name)) split before \(source) and \(target) would leave a side empty")
    }
    links[name] = nil
    for half in halves { try put(made(half, like: bead)) }
  }

  private mutating func move(
    _ segment: Int, _ side: ReviewOperation.Side, _ from: Link, _ to: Link
  ) throws(ReviewRefusal) {
    let (giving, taking) = (try named(from), try named(to))
    let without = from.changing(side) { $0.filter { $0 != segment } }
    let with = to.changing(side) { Set($0 + [segment]).sorted() }
    guard from != to, without != from else {
      throw ReviewRefusal("\(side.rawValue) segment \(segment) is not in \(Self.name(from))")
    }
    guard !without.source.isEmpty, !without.target.isEmpty else {
      throw ReviewRefusal(
        "\(Self.name(from)) would be left without a \(side.rawValue); merge the links instead")
    }
    (links[from], links[to]) = (nil, nil)
    try put(made(without, like: giving))
    try put(made(with, like: taking))
  }

  private mutating func edit(_ name: Link, _ wording: Bead.Wording) throws(ReviewRefusal) {
    let bead = try named(name)
    let said = { (text: String?) in
      text.flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil }
    }
    let (source, target) = (said(wording.source), said(wording.target))
    let isAsWritten = source == nil && target == nil
    try put(
      bead.with(
        .accepted,
        Bead.Decision(
          by: decision?.by, at: decision?.at,
          wording: isAsWritten ? nil : Bead.Wording(source: source, target: target)),
        keepsWording: false))
  }

  private static func name(_ link: Link) -> String {
    [link.source, link.target].map { $0.map(String.init).joined(separator: "+") }
      .joined(separator: ":")
  }
}

extension AlignmentLines.Link {
  fileprivate func changing(
    _ side: ReviewOperation.Side, _ change: ([Int]) -> [Int]
  ) -> AlignmentLines.Link {
    AlignmentLines.Link(
      source: side == .source ? change(source) : source,
      target: side == .target ? change(target) : target)
  }
}

extension Bead {
  /// Whether all of it is before all of another, on either side: so two links of a translation stand.
  func stands(before other: Bead) -> Bool {
    (source.last ?? -1) < (other.source.first ?? 0)
      && (target.last ?? -1) < (other.target.first ?? 0)
  }

  /// The bead with another status.
  ///
  /// - Parameter keepsWording: Whether an earlier wording outlives the decision.
  fileprivate func with(
    _ status: Status, _ decision: Decision?, strength: Strength? = nil, keepsWording: Bool = true
  ) -> Bead {
    var decision = decision
    if keepsWording, let wording = self.decision?.wording {
      decision = Decision(by: decision?.by, at: decision?.at, wording: wording)
    }
    return Bead(
      source: source, target: target, relation: relation, strength: strength ?? self.strength,
      confidence: confidence, evidence: evidence, status: status, decision: decision)
  }
}

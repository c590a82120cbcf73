public import BitextModel
public import Interchange

/// What a person does to the links of an alignment.
///
/// A link is named by its sides: no file has two of the same.
public enum ReviewOperation: Sendable, Hashable {
  public typealias Link = AlignmentLines.Link

  public enum Side: String, Sendable, Hashable, Codable, CaseIterable {
    case source, target
  }

  /// The link is right. Proposals that cannot stand beside it become rivals.
  case accept(Link)
  /// It is wrong, and never proposed again.
  case reject(Link)
  /// Takes a decision back: an accepted link is a proposal again, a rejected one a rival.
  case reopen(Link)
  /// It says all of the other side, or part of it; accepts it so.
  case grade(Link, Bead.Strength)
  /// Links become one that has all their segments.
  case merge([Link])
  /// A link becomes two: what is before the named segments, and what begins with them.
  case split(Link, source: Int, target: Int)
  /// A segment leaves one link for another.
  case move(Int, Side, from: Link, to: Link)
  /// Segments correspond that were not linked so far.
  case link(Link)
  /// How the sides should read in a memory; empty and missing ones read as the document does.
  case edit(Link, Bead.Wording)
}

/// Why an operation cannot be: the alignment is as it was.
public struct ReviewRefusal: Error, Sendable, Hashable, CustomStringConvertible {
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}

// MARK: - As a record

extension ReviewOperation: Codable {
  private enum Member: String, CodingKey {
    case op, source, target, links, strength, before, side, segment, to, wording
  }

  private enum Verb: String, Codable {
    case accept, reject, reopen, grade, merge, split, move, link, edit
  }

  /// The sides of a link, as records name it.
  private struct Sides: Codable {
    let source, target: [Int]

    init(_ link: Link) {
      (source, target) = (link.source, link.target)
    }

    /// - Throws: When an index is negative or does not ascend, or a side is empty.
    func link(_ decoder: any Decoder) throws -> Link {
      for side in [source, target] {
        guard let first = side.first, first >= 0, zip(side, side.dropFirst()).allSatisfy(<) else {
          throw DecodingError.dataCorrupted(
            .init(
              codingPath: decoder.codingPath,
              debugDescription: "\(side) are no ascending segment indexes from 0"))
        }
      }
      return Link(source: source, target: target)
    }
  }

  /// The first segments of the second half of a split.
  private struct Place: Codable {
    let source, target: Int
  }

  public init(from decoder: any Decoder) throws {
    let record = try decoder.container(keyedBy: Member.self)
    let link = { try Sides(from: decoder).link(decoder) }
    switch try record.decode(Verb.self, forKey: .op) {
    case .accept: self = .accept(try link())
    case .reject: self = .reject(try link())
    case .reopen: self = .reopen(try link())
    case .grade:
      self = .grade(try link(), try record.decode(Bead.Strength.self, forKey: .strength))
    case .merge:
      self = .merge(try record.decode([Sides].self, forKey: .links).map { try $0.link(decoder) })
    case .split:
      let before = try record.decode(Place.self, forKey: .before)
      self = .split(try link(), source: before.source, target: before.target)
    case .move:
      self = .move(
        try record.decode(Int.self, forKey: .segment), try record.decode(Side.self, forKey: .side),
        from: try link(), to: try record.decode(Sides.self, forKey: .to).link(decoder))
    case .link: self = .link(try link())
    case .edit: self = .edit(try link(), try record.decode(Bead.Wording.self, forKey: .wording))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var record = encoder.container(keyedBy: Member.self)
    func write(_ verb: Verb, _ link: Link? = nil) throws {
      try record.encode(verb, forKey: .op)
      try record.encodeIfPresent(link?.source, forKey: .source)
      try record.encodeIfPresent(link?.target, forKey: .target)
    }
    switch self {
    case .accept(let link): try write(.accept, link)
    case .reject(let link): try write(.reject, link)
    case .reopen(let link): try write(.reopen, link)
    case .link(let link): try write(.link, link)
    case .grade(let link, let strength):
      try write(.grade, link)
      try record.encode(strength, forKey: .strength)
    case .merge(let links):
      try write(.merge)
      try record.encode(links.map(Sides.init), forKey: .links)
    case .split(let link, let source, let target):
      try write(.split, link)
      try record.encode(Place(source: source, target: target), forKey: .before)
    case .move(let segment, let side, let from, let to):
      try write(.move, from)
      try record.encode(segment, forKey: .segment)
      try record.encode(side, forKey: .side)
      try record.encode(Sides(to), forKey: .to)
    case .edit(let link, let wording):
      try write(.edit, link)
      try record.encode(wording, forKey: .wording)
    }
  }
}

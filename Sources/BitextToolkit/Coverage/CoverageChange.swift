internal import BitextMeasures
public import BitextModel
internal import Foundation

/// What became of one document's coverage since an older report.
public struct CoverageChange: Codable, Sendable, Hashable {
  /// The document's name as the newer report has it.
  public let document: String?
  public let lang: LanguageTag
  public let before, after: Figures
  /// Sentences that lacked a counterpart and have one now.
  public let closed: [String]
  /// Sentences that are missing now and had a counterpart, or were not there.
  public let opened: [String]
  /// Sentences that are unsure now and had a counterpart, or were not there. Between missing and unsure
  /// nothing is counted: neither is told.
  public let unsure: [String]
  /// Sentences that lacked a counterpart and are not among the document's sentences any more.
  public let removed: [String]

  /// Counts first.
  public struct Figures: Codable, Sendable, Hashable {
    /// Sentences with a link, of all.
    public let covered, total: Int
    /// Lower and upper weighted coverage; null when there was nothing to cover.
    public let ratio: [Double]?

    init(_ direction: CoverageRecord.Direction) {
      (covered, total) = (direction.sentences.covered, direction.sentences.total)
      ratio = direction.weight?.ratio
    }
  }

  /// By how much the lower bound rose, -1 to 1; `nil` when there was or is nothing to cover.
  public var gain: Double? {
    guard let before = before.ratio?.first, let after = after.ratio?.first else { return nil }
    return after - before
  }

  /// Whether a reader would call it changed: by half a point of a hundred, or by its gaps.
  package var isMoved: Bool {
    abs(gain ?? 0) >= 0.005
      || [closed, opened, unsure, removed].contains { !$0.isEmpty }
  }

  /// The documents' names, as short as those of one language can be told apart.
  package static func names(_ changes: [CoverageChange]) -> [String] {
    var names = changes.map { $0.document ?? "document" }
    for places in Dictionary(grouping: changes.indices, by: { changes[$0].lang }).values {
      for (place, name) in zip(places, ShortNames.of(places.map { names[$0] })) {
        names[place] = name
      }
    }
    return names
  }

  init(
    _ before: CoverageRecord.Direction, _ after: CoverageRecord.Direction, of document: Document
  ) {
    self.document = document.name
    lang = document.language
    (self.before, self.after) = (Figures(before), Figures(after))
    let excluded = Set(after.excluded.map(\.index))
    let texts = Set(
      document.segments.indices.filter { !excluded.contains($0) }
        .map { String(document.trimmedText(of: $0)) })
    let old = before.unmatched.map(\.text)
    let new = after.unmatched.map(\.text)
    closed = old.filter { !new.contains($0) && texts.contains($0) }
    removed = old.filter { !texts.contains($0) }
    let added = after.unmatched.filter { !old.contains($0.text) }
    opened = added.filter { $0.unsure != true }.map(\.text)
    unsure = added.filter { $0.unsure == true }.map(\.text)
  }
}

extension CoverageChange {
  /// Older reports say nothing of unsure sentences.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    document = try container.decodeIfPresent(String.self, forKey: .document)
    lang = try container.decode(LanguageTag.self, forKey: .lang)
    before = try container.decode(Figures.self, forKey: .before)
    after = try container.decode(Figures.self, forKey: .after)
    closed = try container.decode([String].self, forKey: .closed)
    opened = try container.decode([String].self, forKey: .opened)
    unsure = try container.decodeIfPresent([String].self, forKey: .unsure) ?? []
    removed = try container.decode([String].self, forKey: .removed)
  }
}

/// An older report: `bitext coverage --json`, of two documents or of two sets.
public enum CoverageReport: Sendable, Hashable {
  case pair(CoverageRecord)
  case sets(CoverageMatrixRecord)

  /// - Throws: `InputFault` when the file is no such report.
  public init(path: String) throws(InputFault) {
    let data = Data(try TextFile.read(path).utf8)
    if let pair = try? JSONDecoder().decode(CoverageRecord.self, from: data) {
      self = .pair(pair)
    } else if let sets = try? JSONDecoder().decode(CoverageMatrixRecord.self, from: data) {
      self = .sets(sets)
    } else {
      throw InputFault(
        path, "no report of coverage of version 1",
        remedy: "Name what coverage --json wrote, with the same options")
    }
  }

  /// What the older report was made with.
  public var settings: CoverageSettings {
    switch self {
    case .pair(let record): record.settings
    case .sets(let record): record.settings
    }
  }

  /// The documents of the older report, where they are called otherwise than those of the newer one: a
  /// later version may have another name, but another document may be meant as well.
  public func otherNames(than record: CoverageRecord) -> [String] {
    guard case .pair(let old) = self else { return [] }
    let pairs = [
      (old.documents.source.name, record.documents.source.name),
      (old.documents.target.name, record.documents.target.name),
    ]
    return pairs.compactMap { old, new in old == new ? nil : old ?? "document" }
  }

  /// What changed from this report to a newer one: both directions. Names may differ, as those of versions
  /// do; with other languages than its own the older report says nothing.
  public func changes(to record: CoverageRecord, of bitext: Bitext) -> [CoverageChange] {
    guard case .pair(let old) = self,
      old.documents.source.lang.language == record.documents.source.lang.language,
      old.documents.target.lang.language == record.documents.target.lang.language
    else { return [] }
    return [
      CoverageChange(old.source, record.source, of: bitext.source),
      CoverageChange(old.target, record.target, of: bitext.target),
    ]
  }

  /// What changed for each document that is in both reports, by its name.
  public func changes(to record: CoverageMatrixRecord, of sets: SetCoverage) -> [CoverageChange] {
    guard case .sets(let old) = self else { return [] }
    let sides = [
      (old.sources, old.union.sources, record.union.sources, sets.sources),
      (old.targets, old.union.targets, record.union.targets, sets.targets),
    ]
    return sides.flatMap { names, before, after, documents in
      let places = Dictionary(
        zip(names.map(\.name), names.indices), uniquingKeysWith: { first, _ in first })
      return documents.indices.compactMap { index -> CoverageChange? in
        guard let place = places[documents[index].name], let old = before[place],
          let new = after[index]
        else { return nil }
        return CoverageChange(old, new, of: documents[index])
      }
    }
  }
}

/// Which documents of two sets are compared.
public struct DocumentPairing: Sendable, Hashable {
  public enum Method: String, Sendable, Hashable, Codable, CaseIterable {
    /// Those that are called the same: versions of one document.
    case name
    /// For each document its most comparable partners.
    case comparability
    /// Each with each.
    case all
  }

  /// Pairs of documents that are called the same, ascending; a name that a side has twice names none.
  static func byName(
    _ sources: DocumentList, _ targets: DocumentList
  ) -> [(source: Int, target: Int)] {
    let places = { (list: DocumentList) in
      Dictionary(grouping: list.entries.indices) { list.entries[$0].title }
        .compactMapValues { $0.count == 1 ? $0[0] : nil }
    }
    let theirs = places(targets)
    return places(sources).compactMap { title, source in theirs[title].map { (source, $0) } }
      .sorted { $0.0 < $1.0 }
  }

  /// How to pair two sets when nobody says: folders whose names agree hold versions of the same
  /// documents; other folders are compared as far as they are comparable, files each with each.
  public static func method(_ sources: DocumentList, _ targets: DocumentList) -> Method {
    guard sources.hasFolder || targets.hasFolder else { return .all }
    let smaller = min(sources.entries.count, targets.entries.count)
    return byName(sources, targets).count * 2 >= smaller ? .name : .comparability
  }
}

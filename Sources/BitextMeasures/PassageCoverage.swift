public import BitextModel

/// How much of a paragraph, or of a section, the other document covers.
public struct PassageCoverage: Sendable, Hashable {
  /// The heading that the passage stands under, or is; `nil` before the first.
  public let heading: Int?
  public let side: SideCoverage

  /// The first and last of its sentences.
  public var segments: ClosedRange<Int>? {
    guard let first = side.sentences.first, let last = side.sentences.last else { return nil }
    return first.index...last.index
  }
}

extension SideCoverage {
  /// The coverage of each paragraph that has a sentence, in the order of the document.
  ///
  /// - Parameter document: What the coverage is of.
  public func paragraphs(of document: Document) -> [PassageCoverage] {
    passages(of: document) { $0.segments[$1].paragraph != $0.segments[$2].paragraph }
  }

  /// The coverage of what stands before the first heading, and of what stands under each; headings
  /// without a sentence before the next one are left out.
  public func sections(of document: Document) -> [PassageCoverage] {
    passages(of: document) { document, before, index in
      document.segments[(before + 1)...index].contains { $0.kind == .heading }
    }
  }

  /// - Parameter isApart: Whether a sentence and the one before it are of different passages.
  private func passages(
    of document: Document, isApart: (_ document: Document, _ before: Int, _ index: Int) -> Bool
  ) -> [PassageCoverage] {
    let headings = excluded.filter { $0.kind == .heading }.map(\.index)
    var groups: [[SentenceCoverage]] = []
    for sentence in sentences {
      if let last = groups.last?.last, !isApart(document, last.index, sentence.index) {
        groups[groups.count - 1].append(sentence)
      } else {
        groups.append([sentence])
      }
    }
    return groups.map { group in
      PassageCoverage(
        heading: headings.last { $0 < group[0].index },
        side: SideCoverage(unit: unit, sentences: group, excluded: []))
    }
  }
}

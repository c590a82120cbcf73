internal import BitextToolkit

/// What the page of one unit shows: its texts, each in the document from which it comes where that is at
/// hand, and all that is known of it.
struct UnitPage {
  struct Fact {
    let name, value: String
  }

  struct Side {
    let language, document, text: String
    /// The sentences around it; none where the document is not at hand.
    let before, after: [String]
    let facts: [Fact]
  }

  let t: [String: String]
  let memory, id: String
  let variants: [Side]
  let facts: [Fact]

  /// How many sentences are shown on either side.
  private static let reach = 2

  /// - Parameter files: Alignments whose documents may be the unit's.
  init(
    _ id: TranslationUnit.ID, _ unit: TranslationUnit, addition: MemorySnapshot.Addition?,
    memory: String, files: [AlignmentFile], words: Words
  ) {
    t = words.texts
    (self.memory, self.id) = (memory, String(id.rawValue))
    variants = unit.variants.map { Side($0, files: files, words: words) }
    let link = unit.link
    let known: [(name: String, value: String?)] = [
      ("unit_relation", link.map { words["relation_\($0.relation.rawValue)"] }),
      ("unit_status", link.flatMap { words.texts["status_\($0.status.rawValue)"] }),
      ("unit_confidence", link?.confidence.map { "\(Int($0 * 100)) %" }),
      ("unit_tool", link?.tool), ("file", addition?.file), ("unit_created", addition?.at),
    ]
    facts = known.compactMap { fact in
      fact.value.map { Fact(name: words[fact.name], value: $0) }
    }
  }

  fileprivate static func around(
    _ origin: Origin?, _ files: [AlignmentFile]
  ) -> (before: [String], after: [String]) {
    guard let origin, let hash = origin.sha256, let first = origin.segments.first,
      let last = origin.segments.last
    else { return ([], []) }
    for file in files {
      for (entry, side) in [(file.header.source, file.source), (file.header.target, file.target)]
      where entry.sha256 == hash && last < side.texts.count {
        return (
          Array(side.texts[max(0, first - reach)..<first]),
          Array(side.texts[(last + 1)...].prefix(reach))
        )
      }
    }
    return ([], [])
  }
}

extension UnitPage.Side {
  fileprivate init(_ variant: Variant, files: [AlignmentFile], words: Words) {
    let origin = variant.origin
    let around = UnitPage.around(origin, files)
    let spans = origin?.spans.map { "\($0.lowerBound)–\($0.upperBound)" } ?? []
    self.init(
      language: variant.language.description, document: origin?.document ?? "",
      text: variant.content.text, before: around.before, after: around.after,
      facts: [
        ("unit_place", origin?.segments.map(String.init) ?? []), ("unit_bytes", spans),
      ].filter { !$0.1.isEmpty }.map {
        UnitPage.Fact(name: words[$0], value: $1.joined(separator: ", "))
      })
  }
}

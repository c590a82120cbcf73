internal import BitextModel

extension UnitFormat {
  /// Glossaries in TermBase eXchange, ISO 30042 of 2008 and of 2019: a unit a concept, a variant a term.
  public static let tbx = UnitFormat(
    "tbx", title: "TBX glossaries", endings: ["tbx"], fidelity: .texts,
    begins: { $0.contains("<martif") || $0.contains("<tbx") },
    open: { input in
      let root = try XMLTree(try input.bytes()).root
      guard root.name == "martif" || root.name == "tbx" else {
        throw FileFault(line: 1, "no TBX: the root element is “\(root.name)”")
      }
      let concepts = root.descendants(["termEntry", "conceptEntry"])
      return SteppedReader(isStrict: input.isStrict, concepts.flatMap(TBXConcept.steps))
    },
    create: nil)
}

/// One entry of a glossary.
private enum TBXConcept {
  static func steps(_ entry: XMLElement) -> [SteppedReader.Step] {
    var unit = TranslationUnit(variants: [])
    var steps: [SteppedReader.Step] = []
    if let id = entry["id"] { unit.attributes.append(Attribute("tuid", id)) }
    (unit.properties, unit.notes) = annotations(of: entry)
    for section in entry.descendants(["langSet", "langSec"]) {
      guard let code = section["xml:lang"] ?? section["lang"], let language = LanguageTag(code)
      else {
        steps.append(
          .remark(
            FileRemark(
              .skipped, line: section.line, "terms without a language",
              remedy: "Give the section an xml:lang such as de")))
        continue
      }
      for holder in section.descendants(["tig", "ntig", "termSec"]) {
        for term in holder.descendants(["term"]) where !term.text.isEmpty {
          var variant = Variant(language: language, content: SegmentContent(term.text))
          (variant.properties, variant.notes) = annotations(of: holder)
          unit.variants.append(variant)
        }
      }
    }
    guard !unit.variants.isEmpty else {
      return steps + [.remark(FileRemark(.skipped, line: entry.line, "an entry without terms"))]
    }
    return steps + [.unit(unit)]
  }

  /// What stands directly in an element, or in a group directly inside.
  private static func annotations(of element: XMLElement) -> ([Property], [Note]) {
    let groups = element.elements.filter { $0.name.hasSuffix("Grp") }
    let all = element.elements + groups.flatMap(\.elements)
    let kinds: Set = ["descrip", "termNote", "admin", "transac"]
    let properties = all.filter { kinds.contains($0.name) }.map {
      Property($0["type"] ?? $0.name, $0.text)
    }
    return (properties, all.filter { $0.name == "note" }.map { Note($0.text) })
  }
}

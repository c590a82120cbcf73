internal import BitextModel

/// The trans-units of XLIFF 1.2.
struct XLIFF1Reading {
  private(set) var steps: [SteppedReader.Step] = []

  init(_ root: XMLElement, asked: [LanguageTag]) throws {
    let files = root.descendants(["file"])
    guard !files.isEmpty else { throw FileFault(line: root.line, "it has no <file>") }
    for file in files {
      let source = file["source-language"].flatMap(LanguageTag.init) ?? asked.first
      let target = file["target-language"].flatMap(LanguageTag.init) ?? asked.dropFirst().first
      for unit in file.descendants(["trans-unit"]) {
        guard let content = unit.first("source") else {
          steps.append(
            .remark(FileRemark(.skipped, line: unit.line, "a trans-unit without source")))
          continue
        }
        guard let translation = unit.first("target"), !translation.text.isEmpty else { continue }
        let languages = [content["xml:lang"], translation["xml:lang"]].map {
          $0.flatMap(LanguageTag.init)
        }
        guard let from = languages[0] ?? source, let to = languages[1] ?? target else {
          throw FileFault(
            line: file.line, "the file has no source-language or target-language",
            remedy: "Give them with --from and --to")
        }
        steps.append(.unit(Self.unit(unit, (from, content), (to, translation))))
      }
    }
  }

  private static func unit(
    _ element: XMLElement, _ source: (LanguageTag, XMLElement), _ target: (LanguageTag, XMLElement)
  ) -> TranslationUnit {
    var unit = TranslationUnit(
      variants: [source, target].map {
        Variant(language: $0.0, content: XLIFFContent.content(of: $0.1))
      })
    unit.link = XLIFFNamespace.link(element)
    if let id = element["id"] { unit.attributes.append(Attribute("tuid", id)) }
    if let name = element["resname"] { unit.properties.append(Property("resname", name)) }
    if element["approved"] == "yes" { unit.properties.append(Property("approved", "yes")) }
    if let state = target.1["state"] { unit.properties.append(Property("state", state)) }
    unit.notes = element.elements("note").map { note in
      Note(note.text, language: note["xml:lang"].flatMap(LanguageTag.init))
    }
    return unit
  }
}

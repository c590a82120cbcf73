internal import BitextModel

/// The segments of XLIFF 2.0.
struct XLIFF2Reading {
  private(set) var steps: [SteppedReader.Step] = []

  init(_ root: XMLElement, asked: [LanguageTag]) throws {
    guard let source = root["srcLang"].flatMap(LanguageTag.init) ?? asked.first,
      let target = root["trgLang"].flatMap(LanguageTag.init) ?? asked.dropFirst().first
    else {
      throw FileFault(
        line: root.line, "it has no srcLang or trgLang", remedy: "Give them with --from and --to")
    }
    for unit in root.descendants(["unit"]) {
      let notes = (unit.first("notes")?.elements("note") ?? []).map { Note($0.text) }
      for segment in unit.elements("segment") {
        guard let content = segment.first("source") else {
          steps.append(
            .remark(FileRemark(.skipped, line: segment.line, "a segment without source")))
          continue
        }
        guard let translation = segment.first("target"), !translation.text.isEmpty else { continue }
        var result = TranslationUnit(variants: [
          Variant(language: source, content: XLIFFContent.content(of: content)),
          Variant(language: target, content: XLIFFContent.content(of: translation)),
        ])
        result.link = XLIFFNamespace.link(unit)
        if let id = unit["id"] { result.attributes.append(Attribute("tuid", id)) }
        if let name = unit["name"] { result.properties.append(Property("resname", name)) }
        if let state = segment["state"] { result.properties.append(Property("state", state)) }
        result.notes = notes
        steps.append(.unit(result))
      }
    }
  }
}

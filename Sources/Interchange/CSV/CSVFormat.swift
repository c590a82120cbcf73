internal import BitextModel

extension UnitFormat {
  /// RFC 4180, with commas or semicolons. The first record may name the columns: those named by
  /// languages are texts, `relation` and `strength` say what a pair is, others become properties.
  public static let csv = UnitFormat(
    "csv", title: "comma-separated values", endings: ["csv"], isBilingual: true, fidelity: .texts,
    open: { input in
      var records = CSVRecords(try input.text(allowsWide: true))
      guard let first = try records.next() else {
        throw FileFault("the file is empty", remedy: "Give a file with at least one pair")
      }
      var columns = try CSVColumns(first, asked: input.languages)
      var pending = columns.isHeader ? nil : first
      return SteppedReader(isStrict: input.isStrict) {
        while true {
          let record = try pending ?? records.next()
          pending = nil
          guard let record else { return nil }
          if record.fields.allSatisfy({ $0.isEmpty }) { continue }
          return columns.step(record)
        }
      }
    },
    create: { output in
      let languages = try output.pair()
      let write = try output.text()
      let codes = [languages.source, languages.target].map(output.options.code)
      try write((codes + ["relation", "strength"]).joined(separator: ",") + "\r\n")
      return SteppedWriter { unit in
        guard let pair = unit.pair(languages.source, languages.target) else { return }
        let link = [unit.link?.relation.rawValue ?? "", unit.link?.strength.rawValue ?? ""]
        let fields = [pair.source.content.text, pair.target.content.text] + link
        try write(fields.map(CSVRecords.quoted).joined(separator: ",") + "\r\n")
      }
    })
}

/// What the columns of a file hold.
private struct CSVColumns {
  private enum Role {
    case text(LanguageTag)
    case relation, strength
    case property(String)
    case nothing
  }

  private let roles: [Role]
  let isHeader: Bool
  private let textCount: Int

  init(_ first: CSVRecords.Record, asked: [LanguageTag]) throws {
    let tags = first.fields.map { field in
      LanguageTag(field.trimmingPrefix { $0.isWhitespace }.description).flatMap { tag in
        let isAsked = asked.isEmpty ? tag.language.count <= 3 : asked.contains { $0.matches(tag) }
        return isAsked ? tag : nil
      }
    }
    isHeader = tags.compactMap(\.self).count >= 2
    if isHeader {
      roles = zip(first.fields, tags).map { name, tag in
        if let tag { return .text(tag) }
        switch name.lowercased() {
        case "": return .nothing
        case "relation": return .relation
        case "strength": return .strength
        default: return .property(name)
        }
      }
    } else {
      guard asked.count >= 2, first.fields.count >= 2 else {
        throw FileFault(
          line: 1, "it does not say its languages",
          remedy: "Give them with --from and --to, or name them in the first line: de,en")
      }
      roles = [.text(asked[0]), .text(asked[1])]
    }
    textCount = roles.count { if case .text = $0 { true } else { false } }
  }

  func step(_ record: CSVRecords.Record) -> SteppedReader.Step {
    var unit = TranslationUnit(variants: [])
    var link: [String] = []
    for (role, field) in zip(roles, record.fields) {
      switch role {
      case .text(let tag):
        unit.variants.append(Variant(language: tag, content: SegmentContent(field)))
      case .relation, .strength: link.append(field)
      case .property(let name): if !field.isEmpty { unit.properties.append(Property(name, field)) }
      case .nothing: break
      }
    }
    guard unit.variants.count == textCount else {
      return .remark(
        FileRemark(
          .skipped, line: record.line, "\(record.fields.count) columns, fewer than the first line",
          remedy: "Quote fields that hold the separator or a line end"))
    }
    unit.link = TranslationUnit.Link(link)
    return .unit(unit)
  }
}

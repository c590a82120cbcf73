internal import BitextModel

extension UnitFormat {
  /// XLIFF 1.2 (OASIS 2008); 2.0 is read too. Segments without a target are passed over.
  public static let xliff = UnitFormat(
    "xliff", title: "XLIFF 1.2", endings: ["xlf", "xliff", "sdlxliff", "mqxliff"],
    isBilingual: true,
    fidelity: .texts, begins: { $0.contains("<xliff") },
    open: { input in
      let root = try XMLTree(try input.bytes()).root
      guard root.name == "xliff" else {
        throw FileFault(line: 1, "no XLIFF: the root element is “\(root.name)”")
      }
      let isSecond = root["version"]?.hasPrefix("2") == true
      let steps =
        isSecond
        ? try XLIFF2Reading(root, asked: input.languages).steps
        : try XLIFF1Reading(root, asked: input.languages).steps
      return SteppedReader(isStrict: input.isStrict, steps)
    },
    create: { try XLIFFWriting($0, version: .first).writer },
    fillable: { try XLIFFFilling.document($0) })

  /// XLIFF 2.0 (OASIS 2014).
  public static let xliff2 = UnitFormat(
    "xliff2", title: "XLIFF 2.0", endings: [], isBilingual: true, fidelity: .texts,
    open: { try UnitFormat.xliff.reader($0) },
    create: { try XLIFFWriting($0, version: .second).writer },
    fillable: { try XLIFFFilling.document($0) })
}

/// What XLIFF has no place for: attributes of this namespace.
enum XLIFFNamespace {
  static let bitext = "urn:bitext:xliff"
  static let relation = "bitext:relation", strength = "bitext:strength"

  static func link(_ element: XMLElement) -> TranslationUnit.Link? {
    TranslationUnit.Link([element[relation] ?? "", element[strength] ?? ""])
  }
}

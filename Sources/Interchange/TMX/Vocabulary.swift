internal import BitextModel

extension TMX {
  /// The names of TMX 1.1 to 1.4: elements, then attributes that are not elements too.
  enum Name: Int32, CaseIterable {
    case tmx, header, body, tu, tuv, seg, prop, note, bpt, ept, it, ph, hi, sub, ut, ude, map
    case tuid, datatype, usagecount, lastusagedate, creationtool, creationtoolversion, creationdate
    case creationid, changedate, segtype, changeid, srclang, adminlang, lang, i, x, type, pos, assoc
    case version
    case originalEncoding, originalFormat, xmlLang

    /// In the order of the indexes that the parser gives them.
    static let all = allCases
    static let texts = all.map { name in
      switch name {
      case .originalEncoding: "o-encoding"
      case .originalFormat: "o-tmf"
      case .xmlLang: "xml:lang"
      default: "\(name)"
      }
    }
    /// How many of them, from the first, are elements in which white space means nothing.
    static let structureCount = 5
  }

  /// Which attributes the DTD of version 1.4 knows, in its order, but for those of languages.
  enum Allowed {
    static let header = [
      "creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype",
      "o-encoding", "creationdate", "creationid", "changedate", "changeid",
    ]
    static let requiredOfHeader = [
      "creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype",
    ]

    /// Whether a required attribute of the header may have a value.
    static func isHeaderValue(_ value: String, of name: String) -> Bool {
      switch name {
      case "segtype": segmentTypes.contains(value)
      case "srclang": value == "*all*" || LanguageTag(value) != nil
      case "adminlang": LanguageTag(value) != nil
      default: true
      }
    }

    static let unit = [
      "tuid", "o-encoding", "datatype", "usagecount", "lastusagedate", "creationtool",
      "creationtoolversion", "creationdate", "creationid", "changedate", "segtype", "changeid",
      "o-tmf", "srclang",
    ]
    static let variant = [
      "o-encoding", "datatype", "usagecount", "lastusagedate", "creationtool",
      "creationtoolversion", "creationdate", "creationid", "changedate", "o-tmf", "changeid",
    ]
    /// Whether units and variants may have each of `Name.texts`.
    static let unitNames = Name.texts.map(unit.contains)
    static let variantNames = Name.texts.map(variant.contains)
    static let segmentTypes = ["block", "paragraph", "sentence", "phrase"]
  }
}

extension TMX.Allowed {
  /// Those that the DTD knows first, each group in the order of the file: the order in which the
  /// writer, which makes properties of the others, gives them back.
  static func unitFirst(_ attributes: [Attribute], allowed: [String]) -> [Attribute] {
    if attributes.allSatisfy({ allowed.contains($0.name) }) { return attributes }
    return attributes.filter { allowed.contains($0.name) }
      + attributes.filter { !allowed.contains($0.name) }
  }
}

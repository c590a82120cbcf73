extension TMX {
  /// The names of TMX 1.1 to 1.4: elements, then attributes that are not elements too.
  enum Name: String, CaseIterable {
    case tmx, header, body, tu, tuv, seg, prop, note, bpt, ept, it, ph, hi, sub, ut, ude, map
    case tuid, datatype, usagecount, lastusagedate, creationtool, creationtoolversion, creationdate
    case creationid, changedate, segtype, changeid, srclang, adminlang, lang, i, x, type, pos, assoc
    case version
    case originalEncoding = "o-encoding"
    case originalFormat = "o-tmf"

    /// In the order of the indexes that the parser gives them.
    static let all = allCases
  }

  /// Which attributes the DTD of version 1.4 knows, in its order, but for those of languages.
  enum Allowed {
    static let header = [
      "creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype",
      "o-encoding", "creationdate", "creationid", "changedate", "changeid",
    ]
    static let unit: Set = [
      "tuid", "o-encoding", "datatype", "usagecount", "lastusagedate", "creationtool",
      "creationtoolversion", "creationdate", "creationid", "changedate", "segtype", "changeid",
      "o-tmf", "srclang",
    ]
    static let variant: Set = [
      "o-encoding", "datatype", "usagecount", "lastusagedate", "creationtool",
      "creationtoolversion", "creationdate", "creationid", "changedate", "o-tmf", "changeid",
    ]
    static let segmentTypes: Set = ["block", "paragraph", "sentence", "phrase"]
  }
}

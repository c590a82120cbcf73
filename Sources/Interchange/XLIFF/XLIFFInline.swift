internal import BitextModel

/// The inline codes of a unit as XLIFF's elements, the same ones for source and target.
///
/// A code that came from XLIFF is written as it was. Of TMX's codes, what encloses text becomes `g` or
/// `pc`, and native code the content of `bpt`, `ept`, `it`, `ph`, in 2.0 `originalData`.
struct XLIFFInline {
  private let version: XLIFFWriting.Version
  /// The identifiers that codes have, and those given to others, by what tells a code.
  private var taken: Set<String>
  private var given: [String: String] = [:]
  /// Native codes of 2.0.
  private var data: [String] = []
  /// Of the side that is being written: what told its codes so far.
  private var seen: Set<String> = []

  init(_ version: XLIFFWriting.Version, _ sides: [SegmentContent]) {
    self.version = version
    taken = sides.reduce(into: []) { $0.formUnion(Self.identifiers($1)) }
  }

  /// What stands before the segments of a unit; nothing where there are no native codes.
  var originalData: String {
    guard !data.isEmpty else { return "" }
    let list = data.enumerated().map { "<data id=\"d\($0 + 1)\">\(XMLText.escaped($1))</data>" }
    return "<originalData>\(list.joined())</originalData>"
  }

  /// The inside of a `source` or a `target`.
  mutating func markup(_ content: SegmentContent) -> String {
    seen = []
    let pairs = Self.pairs(content)
    return parts(content, pairs)
  }

  private mutating func parts(_ content: SegmentContent, _ pairs: Set<String>) -> String {
    var text = ""
    for part in content.parts {
      switch part {
      case .text(let plain): text += XMLText.escaped(plain)
      case .code(let code):
        text += version == .first ? first(code, pairs) : second(code, pairs)
      }
    }
    return text
  }

  // MARK: XLIFF 1.2

  private mutating func first(_ code: InlineCode, _ pairs: Set<String>) -> String {
    let from = code["element"]
    let id = " id=\"\(identifier(code))\""
    let type = attribute("ctype", code["ctype"] ?? code["type"].map { "x-" + $0 })
    let own = list(code, ["xid", "equiv-text", "crc"])
    switch code.kind {
    case .highlight where from == nil && code["mtype"] != nil:
      return
        "<mrk\(list(code, ["mtype", "mid", "ts", "comment"]))>\(parts(code.content, pairs))</mrk>"
    case .highlight:
      return "<g\(id)\(type)\(own)>\(parts(code.content, pairs))</g>"
    case .begin where from == "bx", .end where from == "ex":
      return "<\(from ?? "")\(id)\(list(code, ["rid", "xid"]))\(type)/>"
    case .begin, .end:
      let number = attribute("rid", code["rid"] ?? code["i"])
      let name = code.kind == .begin ? "bpt" : "ept"
      let kind = code.kind == .begin ? type : ""
      return "<\(name)\(id)\(number)\(kind)\(own)>\(native(code.content))</\(name)>"
    case .isolated where code.position != nil:
      return "<it\(id) pos=\"\(code.position == "begin" ? "open" : "close")\"\(type)\(own)>"
        + "\(native(code.content))</it>"
    case .placeholder where from == "x":
      return "<x\(id)\(type)\(list(code, ["xid", "equiv-text"]))/>"
    case .subflow: return "<ph\(id)><sub>\(native(code.content))</sub></ph>"
    case .placeholder, .unknown, .isolated:
      let side = code["assoc"].flatMap {
        ["preceding", "following", "both"].contains($0) ? $0 : nil
      }
      return "<ph\(id)\(type)\(attribute("assoc", side))\(own)>\(native(code.content))</ph>"
    }
  }

  /// Native code, with the texts that people read in it.
  private func native(_ content: SegmentContent) -> String {
    content.parts.map { part in
      switch part {
      case .text(let plain): XMLText.escaped(plain)
      case .code(let code) where code.kind == .subflow:
        "<sub>\(XMLText.escaped(code.content.allText))</sub>"
      case .code(let code): XMLText.escaped(code.content.allText)
      }
    }.joined()
  }

  // MARK: XLIFF 2.0

  private mutating func second(_ code: InlineCode, _ pairs: Set<String>) -> String {
    let id = " id=\"\(identifier(code))\""
    let type = attribute("type", code["type"].flatMap { Self.types.contains($0) ? $0 : nil })
    let own = list(code, ["canCopy", "canDelete", "canOverlap", "canReorder", "equiv", "disp"])
    let isPaired = code.number.map { pairs.contains($0) } ?? false
    switch code.kind {
    case .highlight:
      let sides = list(
        code,
        ["canCopy", "canDelete", "canOverlap", "equivStart", "equivEnd", "dispStart", "dispEnd"])
      return "<pc\(id)\(type)\(sides)>\(parts(code.content, pairs))</pc>"
    case .begin:
      return "<sc\(id)\(type)\(own)\(isPaired ? "" : " isolated=\"yes\"")\(reference(code))/>"
    case .end:
      if isPaired, let number = code.number, let start = given["pair \(number)"] {
        return "<ec startRef=\"\(start)\"\(own)\(reference(code))/>"
      }
      return "<ec\(id) isolated=\"yes\"\(own)\(reference(code))/>"
    case .isolated where code.position != nil:
      let name = code.position == "begin" ? "sc" : "ec"
      return "<\(name)\(id) isolated=\"yes\"\(reference(code))/>"
    case .placeholder, .unknown, .isolated, .subflow:
      return "<ph\(id)\(type)\(own)\(reference(code))/>"
    }
  }

  private static let types: Set = ["fmt", "ui", "quote", "link", "image", "other"]

  private mutating func reference(_ code: InlineCode) -> String {
    let native = code.content.allText
    guard !native.isEmpty else { return "" }
    let index = data.firstIndex(of: native) ?? data.count
    if index == data.count { data.append(native) }
    return " dataRef=\"d\(index + 1)\""
  }

  // MARK: Identifiers

  /// A code's own identifier or a free number, in XML's form; the same for the same code of the other
  /// side.
  private mutating func identifier(_ code: InlineCode) -> String {
    var key = code.name
    while !seen.insert(key).inserted { key += "'" }
    if let known = given[key] { return known }
    let isOwn = code["id"] != nil && !key.hasSuffix("'")
    var number = 1
    while taken.contains(String(number)) { number += 1 }
    let id = isOwn ? code["id"] ?? "" : String(number)
    taken.insert(id)
    let written = XMLText.escaped(id, quotes: true)
    given[key] = written
    if code.kind == .begin, let number = code.number { given["pair \(number)"] = written }
    return written
  }

  private static func identifiers(_ content: SegmentContent) -> Set<String> {
    content.parts.reduce(into: []) { found, part in
      guard case .code(let code) = part else { return }
      if let id = code["id"] { found.insert(id) }
      found.formUnion(identifiers(code.content))
    }
  }

  /// The numbers of the codes that begin and end in a content.
  private static func pairs(_ content: SegmentContent) -> Set<String> {
    let numbers = { (kind: InlineCode.Kind) in
      Set(codes(content).filter { $0.kind == kind }.compactMap(\.number))
    }
    return numbers(.begin).intersection(numbers(.end))
  }

  private static func codes(_ content: SegmentContent) -> [InlineCode] {
    content.parts.flatMap { part -> [InlineCode] in
      guard case .code(let code) = part else { return [] }
      return [code] + codes(code.content)
    }
  }

  private func list(_ code: InlineCode, _ names: [String]) -> String {
    names.map { attribute($0, code[$0]) }.joined()
  }

  private func attribute(_ name: String, _ value: String?) -> String {
    value.map { " \(name)=\"\(XMLText.escaped($0, quotes: true))\"" } ?? ""
  }
}

extension InlineCode {
  fileprivate subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// What pairs a begin with its end, in whatever format it came.
  fileprivate var number: String? {
    kind == .end
      ? self["i"] ?? self["rid"] ?? self["startRef"] : self["i"] ?? self["rid"] ?? self["id"]
  }

  /// `begin` or `end`, as TMX or XLIFF says it.
  fileprivate var position: String? {
    switch self["pos"] {
    case "begin", "open": "begin"
    case "end", "close": "end"
    default: nil
    }
  }

  /// What tells a code from others of its side.
  fileprivate var name: String {
    let mark =
      self["id"].map { "id \($0)" } ?? self["x"].map { "x \($0)" } ?? self["i"].map { "i \($0)" }
    return "\(kind.rawValue) \(mark ?? "")"
  }
}

extension SegmentContent {
  /// Text and native code alike.
  fileprivate var allText: String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .code(let code): code.content.allText
      }
    }.joined()
  }
}

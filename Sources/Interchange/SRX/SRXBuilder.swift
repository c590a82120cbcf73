internal import CXML

/// Puts an SRX document together from the events of a parser.
struct SRXBuilder {
  private typealias ParseError = SRX.ParseError

  private var srx = SRX(cascades: false, languageRules: [], maps: [])
  private var hasRoot = false
  /// The element that is open last, and its attributes until something follows them.
  private var pending: (name: String, line: Int, attributes: [String: String])?
  private var languageRule: (name: String, rules: [SRX.Rule])?
  private var rule: (isBreak: Bool, before: String, after: String, line: Int)?
  /// The side of the rule whose text is being read.
  private var side: String?

  /// The elements and attributes that have a meaning; the rest comes by its qualified name.
  private static let known = [
    "srx", "header", "formathandle", "body", "languagerules", "languagerule", "rule", "beforebreak",
    "afterbreak", "maprules", "languagemap", "version", "segmentsubflows", "cascade", "type",
    "include", "languagerulename", "break", "languagepattern",
  ]
  static let names = known.joined(separator: " ")

  mutating func take(_ found: cxml_events, line: Int) throws(SRX.ParseError) {
    for event in UnsafeBufferPointer(start: found.events, count: found.count) {
      switch event.kind {
      case CXML_START:
        try settle()
        pending = (name(event, found), line, [:])
      case CXML_ATTRIBUTE:
        let attribute = name(event, found)
        let value = text(found, event.value_start, event.value_count)
        pending?.attributes[attribute] = value
      case CXML_END:
        try settle()
        try end(name(event, found), line: line)
      default:
        try settle()
        add(text(found, event.value_start, event.value_count))
      }
    }
  }

  func finished() throws(SRX.ParseError) -> SRX {
    for map in srx.maps where !srx.languageRules.contains(where: { $0.name == map.name }) {
      throw SRX.ParseError(reason: .unknownRules(map.name), line: map.line)
    }
    return srx
  }

  /// Without a prefix: `srx:rule` is a rule.
  private func name(_ event: cxml_event, _ found: cxml_events) -> String {
    if event.name >= 0 { return Self.known[Int(event.name)] }
    let name = text(found, event.name_start, event.name_count)
    return name.split(separator: ":").last.map(String.init) ?? name
  }

  private func text(_ found: cxml_events, _ start: Int, _ count: Int) -> String {
    guard let bytes = found.bytes, count > 0 else { return "" }
    return String(decoding: UnsafeBufferPointer(start: bytes + start, count: count), as: UTF8.self)
  }

  /// Acts on the start of an element once its attributes are known.
  private mutating func settle() throws(SRX.ParseError) {
    guard let (name, line, attributes) = pending else { return }
    pending = nil
    let element = Element(name: name, line: line, attributes: attributes)
    if !hasRoot {
      guard name == "srx" else { throw SRX.ParseError(reason: .notSRX(root: name), line: line) }
      hasRoot = true
      return
    }
    switch name {
    case "header":
      srx.cascades = try element.flag("cascade") ?? false
      srx.segmentsSubflows = try element.flag("segmentsubflows") ?? true
    case "formathandle":
      let type = try element.value("type")
      guard let handle = SRX.FormatHandle(rawValue: type) else {
        throw element.unknown(type, "type")
      }
      srx.includes[handle] = try element.flag("include")
    case "languagerule":
      let name = try element.value("languagerulename")
      if srx.languageRules.contains(where: { $0.name == name }) {
        throw SRX.ParseError(reason: .repeatedRules(name), line: line)
      }
      languageRule = (name, [])
    case "rule":
      guard languageRule != nil else {
        throw SRX.ParseError(reason: .misplacedElement(name), line: line)
      }
      rule = (try element.flag("break") ?? true, "", "", line)
    case "beforebreak", "afterbreak":
      guard rule != nil else {
        throw SRX.ParseError(reason: .misplacedElement(name), line: line)
      }
      side = name
    case "languagemap":
      srx.maps.append(
        SRX.LanguageMap(
          pattern: try element.value("languagepattern"),
          name: try element.value("languagerulename"), line: line))
    default: break
    }
  }

  private mutating func add(_ text: String) {
    if side == "beforebreak" { rule?.before += text }
    if side == "afterbreak" { rule?.after += text }
  }

  private mutating func end(_ name: String, line: Int) throws(SRX.ParseError) {
    switch name {
    case "beforebreak", "afterbreak": side = nil
    case "rule":
      if let rule {
        languageRule?.rules.append(
          SRX.Rule(isBreak: rule.isBreak, before: rule.before, after: rule.after, line: rule.line))
      }
      rule = nil
    case "languagerule":
      if let languageRule {
        srx.languageRules.append(
          SRX.LanguageRule(name: languageRule.name, rules: languageRule.rules))
      }
      languageRule = nil
    default: break
    }
  }

  private struct Element {
    let name: String
    let line: Int
    let attributes: [String: String]

    func value(_ attribute: String) throws(SRX.ParseError) -> String {
      guard let value = attributes[attribute] else {
        throw SRX.ParseError(reason: .missingAttribute(attribute, element: name), line: line)
      }
      return value
    }

    /// `nil` where the attribute is missing.
    func flag(_ attribute: String) throws(SRX.ParseError) -> Bool? {
      switch attributes[attribute] {
      case nil: return nil
      case "yes": return true
      case "no": return false
      case let value?: throw unknown(value, attribute)
      }
    }

    func unknown(_ value: String, _ attribute: String) -> SRX.ParseError {
      SRX.ParseError(
        reason: .unknownValue(value, attribute: attribute, element: name), line: line)
    }
  }
}

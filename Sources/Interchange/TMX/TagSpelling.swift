/// Tags that are TMX's but for their spelling: with a namespace's prefix, or in capitals.
struct TagSpelling {
  /// Of the root element, with its colon.
  private var prefix = ""
  private var knowsCapitals = false

  /// What TMX calls an element of another name, and whether it is the first in capitals.
  ///
  /// In a segment, an element in capitals is HTML's.
  mutating func label(
    _ label: EventParser.Label, isRoot: Bool
  ) -> (label: EventParser.Label, isNews: Bool) {
    if isRoot, let colon = label.text.lastIndex(of: ":") {
      prefix = String(label.text[...colon])
    }
    let text = label.text.hasPrefix(prefix) ? label.text.dropFirst(prefix.count) : label.text[...]
    let (exact, lower) = (String(text), text.lowercased())
    if let name = TMX.Name.elements[exact] {
      return (EventParser.Label(name: name, text: exact), false)
    }
    guard let name = TMX.Name.elements[lower], !name.isInline else { return (label, false) }
    defer { knowsCapitals = true }
    return (EventParser.Label(name: name, text: lower), !knowsCapitals)
  }
}

extension TMX.Name {
  fileprivate static let elements = Dictionary(
    uniqueKeysWithValues: all.prefix { $0 != .tuid }.map { (texts[Int($0.rawValue)], $0) })

  fileprivate var isInline: Bool {
    switch self {
    case .bpt, .ept, .it, .ph, .hi, .sub, .ut: true
    default: false
    }
  }
}

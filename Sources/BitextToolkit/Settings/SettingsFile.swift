/// The lines of a settings file: tables of whole numbers, a part of TOML 1.0.
///
/// `[penalties]` opens a table, `claim = 5` sets a key of it; keys may be quoted and dotted; `#` begins
/// a comment. Other values than whole numbers are faults: nothing here has any.
struct SettingsFile {
  struct Entry {
    /// The table's name and the key: `["penalties", "claim"]`.
    let path: [String]
    let value: Int
    /// One-based.
    let line: Int
  }

  let entries: [Entry]

  /// - Throws: `InputFault` naming the line.
  init(_ text: String, path: String) throws(InputFault) {
    var entries: [Entry] = []
    var table: [String] = []
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in lines.enumerated() {
      let fault = { (cause: String) in
        InputFault(
          path, line: index + 1, cause,
          remedy: "Write [table] or key = 5; docs/settings.md has more"
        )
      }
      let bare = Self.withoutComment(line)[...].trimmingWhiteSpace()
      if bare.isEmpty { continue }
      if bare.hasPrefix("[") {
        guard bare.hasSuffix("]"), let keys = Self.keys(bare.dropFirst().dropLast()) else {
          throw fault("not a table's name: \(bare)")
        }
        table = keys
        continue
      }
      guard let equals = Self.place(of: "=", in: bare), let keys = Self.keys(bare[..<equals]) else {
        throw fault("not a setting: \(bare)")
      }
      let value = bare[bare.index(after: equals)...].trimmingWhiteSpace()
      guard let number = Int(value) else { throw fault("not a whole number: \(value)") }
      entries.append(Entry(path: table + keys, value: number, line: index + 1))
    }
    self.entries = entries
  }

  private static func withoutComment(_ line: Substring) -> String {
    place(of: "#", in: line).map { String(line[..<$0]) } ?? String(line)
  }

  /// The first such character outside quotation marks.
  private static func place(of sign: Character, in line: Substring) -> Substring.Index? {
    var isQuoted = false
    for index in line.indices {
      if line[index] == "\"" { isQuoted.toggle() }
      if line[index] == sign, !isQuoted { return index }
    }
    return nil
  }

  /// `penalties.memory`, `memory."my news"`; `nil` for what is no key.
  static func keys(_ text: Substring) -> [String]? {
    var keys: [String] = []
    var rest = text
    while true {
      let end = place(of: ".", in: rest) ?? rest.endIndex
      let key = rest[..<end].trimmingWhiteSpace()
      if key.count >= 2, key.hasPrefix("\""), key.hasSuffix("\"") {
        keys.append(String(key.dropFirst().dropLast()))
      } else {
        let isBare = key.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        guard !key.isEmpty, isBare else { return nil }
        keys.append(String(key))
      }
      if end == rest.endIndex { return keys }
      rest = rest[rest.index(after: end)...]
    }
  }
}

/// The built-in rules as far as pairs of regular expressions can say them: abbreviations, initials, numbers
/// and starters. Decisions that look further (lists, parentheses, direct speech, labels) are not in them.
public enum BuiltInPatterns {
  /// The languages with rules of their own, sorted; `""` stands for the rest and comes last.
  public static var languages: [String] {
    BuiltInRules.files.keys.filter { !$0.isEmpty }.sorted() + [""]
  }

  /// The rules of one language, in the order in which they are tried.
  public static func rules(for language: String) -> [PatternRule] {
    guard let bytes = BuiltInRules.files[language],
      let file = try? RuleFile(String(decoding: bytes, as: UTF8.self))
    else { return [] }
    func entries(_ section: String) -> [String] {
      (file.sections[section] ?? []).flatMap { $0.text.split(separator: " ") }.map(String.init)
    }
    let starters = alternatives(entries("starters"), isWord: true)
    // What does not start a sentence: lower case, and capitals of words that are no starters.
    let noStarter = starters.isEmpty ? "" : "(?!\(openers)*(?:\(starters))\\b)"
    let settings = entries("settings")
    var rules: [PatternRule] = []
    func forbid(_ before: String, _ after: String) {
      rules.append(PatternRule(isBreak: false, before: before, after: after))
    }
    forbid(#"[.!?…]["”“’»«‹›)\]]*"#, #"\h+(?:\p{Ll}|[,;:)\]])"#)
    for (section, after) in [
      ("never-final", #"\h"#), ("may-end", #"\h+"# + noStarter), ("before-number", #"\h*\d"#),
    ] {
      let words = entries(section).filter { $0.hasSuffix(".") }
      // Some at a time: ICU bounds what an expression may hold.
      for start in stride(from: 0, to: words.count, by: 50) {
        let some = alternatives(Array(words[start..<min(start + 50, words.count)]), isWord: false)
        forbid(wordStart + "(?:\(some))", after)
      }
    }
    for word in entries("never-final") + entries("may-end") where word.contains("_") {
      let parts = word.split(separator: "_").map { alternatives([String($0)], isWord: false) }
      for count in 1..<parts.count {
        forbid(
          wordStart + parts[..<count].joined(separator: #"\h?"#),
          #"\h"# + parts[count...].joined(separator: #"\h?"#))
      }
    }
    forbid(wordStart + #"\p{Lu}\."#, #"\h+"# + noStarter + #"\p{Lu}"#)
    if settings.contains("ordinal-period") {
      let nouns = alternatives(entries("months") + entries("after-ordinal"), isWord: true)
      let number = #"(?<![\p{L}\p{N}.,])\d{1,3}\."#
      forbid(number, #"\h+(?:"# + nouns + #")\b"#)
      forbid(number, #"\h+"# + noStarter + #"\p{Lu}"#)
    }
    func allow(_ before: String, _ after: String) {
      rules.append(PatternRule(isBreak: true, before: before, after: after))
    }
    allow(#"[.!?…]["”“’»«‹›)\]]*"#, #"\h+"# + openers + #"*[\p{Lu}\p{Lo}\p{N}]"#)
    allow("[。！？｡][」』”）]*", "[^」』”）]")
    allow(#"\R\s*"#, #"\S"#)
    return rules
  }

  private static let wordStart = #"(?<![\p{L}\p{N}])"#

  /// Marks that may stand before the first word of a sentence.
  private static let openers = #"["“„‘‚»«‹›(\[¿¡–—-]"#

  /// Entries of a rule file as alternatives; in lower case they also stand for their capitalised form.
  private static func alternatives(_ entries: [String], isWord: Bool) -> String {
    entries.map { entry in
      let text = entry.hasSuffix(".") && isWord ? String(entry.dropLast()) : entry
      return text.unicodeScalars.enumerated().map { index, scalar in
        let mapping = scalar.properties.uppercaseMapping
        if index == 0, mapping != String(scalar), mapping.unicodeScalars.count == 1 {
          return isWord ? mapping : "[\(scalar)\(mapping)]"
        }
        if scalar == "_" { return #"\h?"# }
        return "\\.-+*?()[]{}|^$#".unicodeScalars.contains(scalar) ? "\\\(scalar)" : String(scalar)
      }.joined()
    }.joined(separator: "|")
  }
}

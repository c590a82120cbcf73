/// Segmentation rules as files exchange them: SRX 2.0 (GALA/LISA OSCAR, 2008).
public struct SRX: Sendable, Hashable {
  /// A break or an exception from one: what must match before a place and what behind it.
  public struct Rule: Sendable, Hashable {
    public let isBreak: Bool
    /// Regular expressions in ICU's syntax; an empty one matches anything.
    public let before, after: String
    /// One-based; 0 for a rule from no file.
    public let line: Int

    public init(isBreak: Bool, before: String, after: String, line: Int = 0) {
      (self.isBreak, self.before, self.after, self.line) = (isBreak, before, after, line)
    }
  }

  /// Rules under a name, in their order.
  public struct LanguageRule: Sendable, Hashable {
    public let name: String
    public let rules: [Rule]

    public init(name: String, rules: [Rule]) { (self.name, self.rules) = (name, rules) }
  }

  /// Languages, by a regular expression for their whole tags, and the name of their rules.
  public struct LanguageMap: Sendable, Hashable {
    public let pattern, name: String
    /// One-based; 0 for a map from no file.
    public let line: Int

    public init(pattern: String, name: String, line: Int = 0) {
      (self.pattern, self.name, self.line) = (pattern, name, line)
    }
  }

  /// What becomes of an inline code at a break: whether it belongs to the segment before.
  public enum FormatHandle: String, Sendable, Hashable, CaseIterable {
    case start, end, isolated

    /// What the standard presumes.
    public var isIncludedByDefault: Bool { self == .end }
  }

  /// Whether all maps that match a language count, in their order, or the first alone.
  public var cascades: Bool
  /// Whether text within text, such as a footnote, is segmented.
  public var segmentsSubflows = true
  /// Plain text has no inline codes: these are kept for whoever has.
  public var includes: [FormatHandle: Bool] = [:]
  public var languageRules: [LanguageRule]
  public var maps: [LanguageMap]

  public init(cascades: Bool, languageRules: [LanguageRule], maps: [LanguageMap]) {
    (self.cascades, self.languageRules, self.maps) = (cascades, languageRules, maps)
  }

  /// The rules for a language, in the order in which they are tried.
  ///
  /// - Parameter matches: Whether a map's pattern matches the whole tag.
  public func rules<Failure: Error>(
    for language: String, matches: (LanguageMap, String) throws(Failure) -> Bool
  ) throws(Failure) -> [Rule] {
    var rules: [Rule] = []
    for map in maps where try matches(map, language) {
      rules += languageRules.first { $0.name == map.name }?.rules ?? []
      if !cascades { break }
    }
    return rules
  }
}

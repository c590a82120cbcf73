/// A rule of two regular expressions (ICU's syntax): what stands before a place and what behind it
/// make it a break or forbid one. An empty side matches anything.
public struct PatternRule: Sendable, Hashable {
  public let isBreak: Bool
  public let before, after: String
  /// One-based, in the file that the rule is from; 0 for a rule from none.
  public let line: Int

  public init(isBreak: Bool, before: String, after: String, line: Int = 0) {
    (self.isBreak, self.before, self.after, self.line) = (isBreak, before, after, line)
  }
}

/// Why a rule cannot be used.
public struct PatternFault: Error, Sendable, Hashable {
  public let rule: PatternRule
  public let cause: String

  public init(rule: PatternRule, cause: String) { (self.rule, self.cause) = (rule, cause) }
}

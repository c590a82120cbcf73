/// Why a file cannot be read, or not to its end.
public struct FileFault: Error, Sendable, Hashable {
  /// One-based; `nil` where no line is to blame.
  public let line: Int?
  public let cause: String
  /// What helps.
  public let remedy: String?

  public init(line: Int? = nil, _ cause: String, remedy: String? = nil) {
    (self.line, self.cause, self.remedy) = (line, cause, remedy)
  }
}

/// Something in a file that is not as its format wants it, and what became of it.
public struct FileRemark: Sendable, Hashable, CustomStringConvertible {
  public enum Outcome: String, Sendable, Hashable, Codable {
    /// Read as a stated rule says.
    case mended
    /// Left out.
    case skipped
  }

  public let outcome: Outcome
  /// One-based.
  public let line: Int
  public let cause: String
  public let remedy: String?

  public init(_ outcome: Outcome, line: Int, _ cause: String, remedy: String? = nil) {
    (self.outcome, self.line, self.cause, self.remedy) = (outcome, line, cause, remedy)
  }

  public var description: String { "\(line): \(cause) (\(outcome.rawValue))" }
}

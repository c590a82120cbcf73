internal import CICU

/// An error that ICU reported.
public struct ICUFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// ICU's `UErrorCode`.
  public let code: Int32
  /// What was asked of ICU.
  public let operation: String

  public var description: String { "ICU \(ICU.version) could not \(operation) (error \(code))" }
}

public enum ICU {
  /// The version of ICU in use, such as `72.1`: part of what a segmentation depends on.
  public static var version: String { String(cString: cicu_version()) }
}

/// Why a segment could not be read or written.
public struct SegmentFault: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Reason: Sendable, Hashable {
    /// There is no such file (any more).
    case missing
    /// Of another version of the layout.
    case otherVersion
    /// Cut off, or changed after it was written.
    case damaged
    /// The system's error number.
    case notWritten(Int32)
  }

  public let path: String
  public let reason: Reason

  init(_ path: String, _ reason: Reason) {
    (self.path, self.reason) = (path, reason)
  }

  public var description: String { "\(path): \(reason)" }
}

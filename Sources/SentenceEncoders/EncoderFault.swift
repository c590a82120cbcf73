/// Why an encoder gave no vectors: which, the cause, and what helps.
public struct EncoderFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// A file's path or an address.
  public let place: String
  public let cause: String
  public let remedy: String?

  public init(_ place: String, _ cause: String, remedy: String? = nil) {
    (self.place, self.cause, self.remedy) = (place, cause, remedy)
  }

  public var description: String {
    "\(place): \(cause)." + (remedy.map { " \($0)." } ?? "")
  }
}

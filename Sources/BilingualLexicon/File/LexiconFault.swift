/// Why a lexicon file cannot be used.
public struct LexiconFault: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Reason: Sendable, Hashable {
    case missing
    case unreadable
    case foreign
    case version(UInt32)
    case truncated(expected: Int, found: Int)
    case damaged
  }

  public let path: String
  public let reason: Reason

  public init(path: String, reason: Reason) {
    (self.path, self.reason) = (path, reason)
  }

  public var description: String {
    switch reason {
    case .missing: "\(path): no such lexicon"
    case .unreadable: "\(path): may not be read"
    case .foreign: "\(path): not a bitext lexicon"
    case .version(let version):
      "\(path): lexicon format \(version), this program reads \(LexiconLayout.version)"
    case .truncated(let expected, let found):
      "\(path): cut off (\(found) bytes of \(expected))"
    case .damaged: "\(path): damaged (its checksum does not fit its content)"
    }
  }
}

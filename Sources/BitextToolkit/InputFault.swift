/// Why something that a person gave could not be used: where, the cause, and what helps.
public struct InputFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// A file's path, `-` for standard input, or the name of a memory.
  public let place: String
  /// One-based.
  public let line: Int?
  public let cause: String
  public let remedy: String?

  public init(_ place: String, line: Int? = nil, _ cause: String, remedy: String? = nil) {
    (self.place, self.line, self.cause, self.remedy) = (place, line, cause, remedy)
  }

  /// `news.txt:3: not UTF-8 (byte 0xE4 at offset 17). Convert it with iconv.`
  public var description: String {
    let head = place + (line.map { ":\($0)" } ?? "") + ": " + cause + "."
    return remedy.map { "\(head) \($0)\($0.hasSuffix("?") ? "" : ".")" } ?? head
  }
}

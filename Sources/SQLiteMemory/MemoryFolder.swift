/// A translation memory on disk: a folder `NAME.bitext/`.
public struct MemoryFolder: Sendable, Hashable {
  public let path: String

  public init(path: String) {
    self.path = path
  }
}

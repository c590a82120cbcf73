internal import CICU

/// An ICU transform between scripts or spellings, such as `Any-Latin; Latin-ASCII`.
///
/// A unique owner, like `BoundaryIterator`. About 4 MB/s: apply it to word types, not to running text.
public struct Transliterator: ~Copyable, @unchecked Sendable {
  private let handle: OpaquePointer

  public init(_ rule: String) throws(ICUFailure) {
    var code: Int32 = 0
    guard let handle = cicu_transliterator_open(rule, &code) else {
      throw ICUFailure(code: code, operation: "open the transform “\(rule)”")
    }
    self.handle = handle
  }

  deinit { cicu_transliterator_close(handle) }

  public borrowing func transform(_ text: String) -> String {
    var text = text
    return text.withUTF8 { utf8 in
      guard let base = utf8.baseAddress, let count = Int32(exactly: utf8.count) else { return nil }
      return fill(capacity: 2 * utf8.count + 16) { out, capacity in
        UnsafeRawPointer(base).withMemoryRebound(to: CChar.self, capacity: utf8.count) {
          cicu_transliterate(handle, $0, count, out, capacity)
        }
      }
    } ?? text
  }
}

internal import CICU

/// An ICU break iterator over UTF-8 text, without a UTF-16 copy.
///
/// One handle serves many texts, one after another. It is a unique owner: it may be sent to another
/// task, never shared between two, which is why `@unchecked Sendable` holds.
public struct BoundaryIterator: ~Copyable, @unchecked Sendable {
  /// What lies between two boundaries.
  public enum Unit: Sendable { case word, sentence, grapheme }

  private let handle: OpaquePointer

  /// - Parameter locale: An ICU locale or a BCP 47 language; an unknown one falls back to the root rules.
  public init(_ unit: Unit, locale: String) throws(ICUFailure) {
    let kind =
      switch unit {
      case .word: CICU_WORD
      case .sentence: CICU_SENTENCE
      case .grapheme: CICU_GRAPHEME
      }
    var code: Int32 = 0
    guard let handle = cicu_break_open(kind, locale, &code) else {
      throw ICUFailure(code: code, operation: "open a break iterator for “\(locale)”")
    }
    self.handle = handle
  }

  deinit { cicu_break_close(handle) }

  /// Calls `body` with the UTF-8 offset of each boundary after the start of the text, in order, and
  /// with ICU's rule status, which tells words from what stands between them.
  ///
  /// - Complexity: O(n) in the bytes of the text.
  public borrowing func forEachBoundary(
    in utf8: UnsafeBufferPointer<UInt8>, _ body: (_ offset: Int, _ status: Int32) -> Void
  ) throws(ICUFailure) {
    guard try setText(utf8) else { return }
    var status: Int32 = 0
    while case let offset = cicu_break_next(handle, &status), offset >= 0 {
      body(Int(offset), status)
    }
  }

  /// The first boundary after the start of the text, as a UTF-8 offset; `nil` for an empty text.
  public borrowing func firstBoundary(
    in utf8: UnsafeBufferPointer<UInt8>
  ) throws(ICUFailure) -> Int? {
    guard try setText(utf8) else { return nil }
    var status: Int32 = 0
    let offset = cicu_break_next(handle, &status)
    return offset >= 0 ? Int(offset) : nil
  }

  /// The boundaries after the start of the text, as UTF-8 offsets, in order.
  public borrowing func boundaries(in text: String) throws(ICUFailure) -> [Int] {
    var text = text
    var offsets: [Int] = []
    var failure: ICUFailure?
    text.withUTF8 { utf8 in
      do throws(ICUFailure) {
        try forEachBoundary(in: utf8) { offset, _ in offsets.append(offset) }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return offsets
  }

  /// - Returns: `false` for an empty text, which has no boundaries.
  private borrowing func setText(_ utf8: UnsafeBufferPointer<UInt8>) throws(ICUFailure) -> Bool {
    guard let base = utf8.baseAddress, !utf8.isEmpty else { return false }
    let code = UnsafeRawPointer(base).withMemoryRebound(to: CChar.self, capacity: utf8.count) {
      cicu_break_set_text(handle, $0, Int64(utf8.count))
    }
    guard code == 0 else { throw ICUFailure(code: code, operation: "read text as UTF-8") }
    return true
  }
}

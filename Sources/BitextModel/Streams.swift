/// Yields units one at a time, so that a memory of any size reads in constant space.
///
/// Not `Sequence`, because reading can fail; not `AsyncSequence`, because parsing never waits.
public protocol UnitCursor<Failure>: ~Copyable {
  associatedtype Failure: Error

  /// `nil` means the end, and is returned for ever after.
  mutating func next() throws(Failure) -> TranslationUnit?
}

/// Takes units one at a time, in order.
public protocol UnitSink: ~Copyable {
  mutating func write(_ unit: TranslationUnit) throws

  /// Writes what has to follow the last unit. Until it returns, nothing counts as written.
  mutating func finish() throws
}

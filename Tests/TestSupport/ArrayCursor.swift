public import BitextModel

/// Yields given units, and then ends or fails.
public struct ArrayCursor: UnitCursor {
  public struct Broken: Error, Hashable {
    public init() {}
  }

  private var units: ArraySlice<TranslationUnit>
  private let breaks: Bool

  public init(_ units: [TranslationUnit], breaks: Bool = false) {
    (self.units, self.breaks) = (units[...], breaks)
  }

  public mutating func next() throws -> TranslationUnit? {
    if let unit = units.popFirst() { return unit }
    if breaks { throw Broken() }
    return nil
  }
}

public import BitextModel
internal import TranslationMemory

/// What somebody wants done with one unit.
public struct UnitChange: Sendable, Hashable {
  public enum Action: Sendable, Hashable {
    case add(TranslationUnit)
    case replace(TranslationUnit.ID, with: TranslationUnit)
    case remove(TranslationUnit.ID)
  }

  public let action: Action
  /// The version that the unit has to have still; `nil` does not ask.
  public let version: String?
  /// Where it comes from, as the memory's provenance and journal say it.
  public let origin: String

  public init(_ action: Action, ifVersion version: String? = nil, from origin: String) {
    (self.action, self.version, self.origin) = (action, version, origin)
  }

  /// What became of it.
  public enum Outcome: Sendable, Hashable {
    case added(TranslationUnit.ID)
    /// The same texts are there already, at the same places; a newer link was taken over.
    case known(TranslationUnit.ID)
    case replaced
    case removed
    case refused(AdditionReport.Refusal)
    /// Another unit has these texts already.
    case duplicate(TranslationUnit.ID)
    case missing
    /// The unit has another version by now.
    case changedMeanwhile
  }
}

extension TranslationUnit {
  /// Names what a unit is: two that differ in anything have different versions, of 64 bits.
  public var version: String {
    let hash = FNV.hash(JSONWriter.text(self))
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

public import BitextModel

/// What many units have in common and penalties depend on: the languages of their variants and how
/// these came to stand together.
public struct UnitShape: Sendable, Hashable {
  public let isClaim, isPartial, isUnreviewed: Bool
  /// One a variant, in their order.
  public let languages: [LanguageTag]

  public init(_ unit: TranslationUnit) {
    isClaim = unit.link?.relation == .claim
    isPartial = unit.link?.strength == .partial
    isUnreviewed = unit.link.map { $0.status != .accepted && $0.confidence != nil } ?? false
    languages = unit.variants.map(\.language)
  }

  /// A line of a segment: `cpu de en-US`, a letter for each of the three that holds, `-` for none.
  var line: String {
    let flags = (isClaim ? "c" : "") + (isPartial ? "p" : "") + (isUnreviewed ? "u" : "")
    return ([flags.isEmpty ? "-" : flags] + languages.map(\.description)).joined(separator: " ")
  }

  init?(line: Substring) {
    let fields = line.split(separator: " ")
    guard let flags = fields.first else { return nil }
    (isClaim, isPartial) = (flags.contains("c"), flags.contains("p"))
    isUnreviewed = flags.contains("u")
    languages = fields.dropFirst().compactMap { LanguageTag(String($0)) }
    if languages.count != fields.count - 1 { return nil }
  }
}

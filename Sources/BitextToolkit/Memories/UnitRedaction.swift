public import BitextModel

/// What is taken out of units before they leave.
public enum UnitRedaction: String, Sendable, Hashable, CaseIterable {
  /// Texts and their codes alone stay; who, when and from where goes.
  case metadata
  /// Texts go; what stays says where they stand, and by their hashes what they are.
  case text

  public func redacted(_ unit: TranslationUnit) -> TranslationUnit {
    switch self {
    case .metadata:
      var bare = TranslationUnit(
        variants: unit.variants.map { Variant(language: $0.language, content: $0.content) })
      // That a claim is no translation is not metadata: without it the file would lie.
      if unit.link?.relation == .claim {
        bare.link = TranslationUnit.Link(
          relation: .claim, strength: unit.link?.strength ?? .full, confidence: nil,
          status: .proposed, tool: nil)
      }
      return bare
    case .text:
      var empty = unit
      empty.notes = []
      empty.properties = []
      for index in empty.variants.indices {
        let hash = Fingerprint.sha256(empty.variants[index].content.text)
        empty.variants[index].content = ""
        empty.variants[index].notes = []
        empty.variants[index].properties = [Property(Self.hashProperty, hash)]
      }
      return empty
    }
  }

  /// SHA-256 of a variant's text in UTF-8, in hexadecimal.
  public static let hashProperty = "x-text-sha256"
}

public import BitextModel

/// What a lexicon file says about itself.
public struct LexiconInfo: Sendable, Hashable, Codable {
  public let source, target: LanguageTag
  public let origins: [Origin]
  /// Words counted of the source and of the target, with which their counts compare.
  public let words: [Int]

  /// Where entries come from.
  public struct Origin: Sendable, Hashable, Codable {
    /// What kind of source it is: `TokenAlignment` tells what a person wrote from what was learned.
    public enum Kind: String, Sendable, Hashable, Codable {
      case dictionary, glossary, learned, lemmas, frequencies
    }

    /// Such as `Ding de-en (devel 2023-01-30)`.
    public let name: String
    public let kind: Kind
    public let licence: String
    /// Pairs of terms read.
    public let entries: Int
    /// Lines that could not be read.
    public let skipped: Int

    public init(
      name: String, kind: Kind = .dictionary, licence: String, entries: Int, skipped: Int
    ) {
      (self.name, self.kind, self.licence) = (name, kind, licence)
      (self.entries, self.skipped) = (entries, skipped)
    }
  }

  public init(
    source: LanguageTag, target: LanguageTag, origins: [Origin], words: [Int] = [0, 0]
  ) {
    (self.source, self.target, self.origins, self.words) = (source, target, origins, words)
  }
}

/// What a translation memory keeps: the same segment in several languages, with all that is known of it.
public struct TranslationUnit: Sendable, Hashable {
  /// In the order of the file they came from; a language may occur more than once.
  public var variants: [Variant]
  /// How the variants came to stand together; `nil` when nobody said.
  public var link: Link?
  /// What a format says of the unit that has no place above, in the order of the file.
  public var attributes: [Attribute]
  public var properties: [Property]
  public var notes: [Note]

  public init(
    variants: [Variant], link: Link? = nil, attributes: [Attribute] = [],
    properties: [Property] = [], notes: [Note] = []
  ) {
    (self.variants, self.link) = (variants, link)
    (self.attributes, self.properties, self.notes) = (attributes, properties, notes)
  }

  /// Names a unit within a memory; never used twice.
  public struct ID: RawRepresentable, Sendable, Hashable, Comparable, Codable {
    public let rawValue: Int64

    public init(rawValue: Int64) {
      self.rawValue = rawValue
    }

    public static func < (a: ID, b: ID) -> Bool { a.rawValue < b.rawValue }
  }

  /// The first variant in a language that `language` matches, one in exactly that language preferred.
  public func variant(in language: LanguageTag) -> Variant? {
    variants.first { $0.language == language } ?? variants.first { language.matches($0.language) }
  }
}

/// One language's side of a translation unit: TMX's `tuv`.
public struct Variant: Sendable, Hashable {
  public var language: LanguageTag
  public var content: SegmentContent
  /// Where the text stands in a document; `nil` when nobody said.
  public var origin: Origin?
  public var attributes: [Attribute]
  public var properties: [Property]
  public var notes: [Note]

  public init(
    language: LanguageTag, content: SegmentContent, origin: Origin? = nil,
    attributes: [Attribute] = [], properties: [Property] = [], notes: [Note] = []
  ) {
    (self.language, self.content, self.origin) = (language, content, origin)
    (self.attributes, self.properties, self.notes) = (attributes, properties, notes)
  }
}

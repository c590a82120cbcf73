public import BitextModel

extension TMX {
  /// What a file says of itself.
  public struct Header: Sendable, Hashable {
    /// Of TMX, such as `1.4`; `nil` when the file does not say.
    public var version: String?
    /// In the order of the file.
    public var attributes: [Attribute]
    public var properties: [Property]
    public var notes: [Note]

    public init(
      version: String? = "1.4", attributes: [Attribute] = [], properties: [Property] = [],
      notes: [Note] = []
    ) {
      (self.version, self.attributes) = (version, attributes)
      (self.properties, self.notes) = (properties, notes)
    }

    /// The value of an attribute, such as `srclang`.
    public subscript(attribute name: String) -> String? {
      attributes.first { $0.name == name }?.value
    }

    /// The source language; `nil` when the file does not say, or says `*all*`: each language is one.
    public var sourceLanguage: LanguageTag? { self[attribute: "srclang"].flatMap(LanguageTag.init) }
  }
}

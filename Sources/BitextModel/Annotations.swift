/// A named value of a file format, kept in the order of the file.
public struct Attribute: Sendable, Hashable, Codable {
  public let name: String
  public let value: String

  public init(_ name: String, _ value: String) {
    (self.name, self.value) = (name, value)
  }
}

/// A property of a unit or a variant: TMX's `prop`.
public struct Property: Sendable, Hashable, Codable {
  public let type: String
  public let value: String
  public let language: LanguageTag?
  /// What else the file says of the property, in its order.
  public let attributes: [Attribute]

  public init(
    _ type: String, _ value: String, language: LanguageTag? = nil, attributes: [Attribute] = []
  ) {
    (self.type, self.value, self.language) = (type, value, language)
    self.attributes = attributes
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    type = try container.decode(String.self, forKey: .type)
    value = try container.decode(String.self, forKey: .value)
    language = try container.decodeIfPresent(LanguageTag.self, forKey: .language)
    attributes = try container.decodeIfPresent([Attribute].self, forKey: .attributes) ?? []
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(type, forKey: .type)
    try container.encode(value, forKey: .value)
    try container.encodeIfPresent(language, forKey: .language)
    if !attributes.isEmpty { try container.encode(attributes, forKey: .attributes) }
  }

  private enum CodingKeys: CodingKey { case type, value, language, attributes }
}

/// A comment on a unit or a variant: TMX's `note`.
public struct Note: Sendable, Hashable, Codable {
  public let text: String
  public let language: LanguageTag?
  /// What else the file says of the note, in its order.
  public let attributes: [Attribute]

  public init(_ text: String, language: LanguageTag? = nil, attributes: [Attribute] = []) {
    (self.text, self.language, self.attributes) = (text, language, attributes)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    text = try container.decode(String.self, forKey: .text)
    language = try container.decodeIfPresent(LanguageTag.self, forKey: .language)
    attributes = try container.decodeIfPresent([Attribute].self, forKey: .attributes) ?? []
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(text, forKey: .text)
    try container.encodeIfPresent(language, forKey: .language)
    if !attributes.isEmpty { try container.encode(attributes, forKey: .attributes) }
  }

  private enum CodingKeys: CodingKey { case text, language, attributes }
}

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

  public init(_ type: String, _ value: String, language: LanguageTag? = nil) {
    (self.type, self.value, self.language) = (type, value, language)
  }
}

/// A comment on a unit or a variant: TMX's `note`.
public struct Note: Sendable, Hashable, Codable {
  public let text: String
  public let language: LanguageTag?

  public init(_ text: String, language: LanguageTag? = nil) {
    (self.text, self.language) = (text, language)
  }
}

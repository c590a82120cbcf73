internal import BitextModel
public import TranslationMemory

/// A sentence to be looked up, as workers and the service read it.
public struct LookupRequest: Sendable, Hashable, Decodable {
  public let id: String?
  public let text: String
  /// The sentences around it; `nil` when not known.
  public let previous, next: String?

  public init(id: String? = nil, text: String, previous: String? = nil, next: String? = nil) {
    (self.id, self.text, self.previous, self.next) = (id, text, previous, next)
  }

  public var query: LookupQuery {
    LookupQuery(SegmentContent(text), previous: previous, next: next)
  }
}

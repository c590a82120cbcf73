internal import HTTPTypes
internal import Hummingbird

/// One thing that the service can do: where it is, who may, what it is for, and how it is done. The
/// description of the API is made of the same values.
struct Route: Sendable {
  /// Who may ask.
  enum Access: Sendable, Hashable {
    case everybody
    /// Whoever may do so much with the memory that the request names; the handler asks for it by
    /// `memory(for:)`. Whoever may so on no memory at all gets no further than the door.
    case scope(Scope)
  }

  enum Part: Sendable, Hashable {
    case literal(String)
    /// One part of the path, whatever it is; never empty.
    case parameter(String)
    /// All that follows, at least one part.
    case rest(String)
  }

  let method: HTTPRequest.Method
  /// As OpenAPI writes it: `/v1/units/{id}`.
  let pattern: String
  let parts: [Part]
  let access: Access
  let operation: Operation
  let handle: @Sendable (Exchange) async throws -> Response

  init(
    _ method: HTTPRequest.Method, _ pattern: String, _ access: Access, _ operation: Operation,
    handle: @escaping @Sendable (Exchange) async throws -> Response
  ) {
    (self.method, self.pattern, self.access) = (method, pattern, access)
    (self.operation, self.handle) = (operation, handle)
    parts = pattern.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map {
      switch (isName: $0.hasPrefix("{"), isRest: $0.hasSuffix("*}")) {
      case (true, true): .rest(String($0.dropFirst().dropLast(2)))
      case (true, false): .parameter(String($0.dropFirst().dropLast()))
      default: .literal(String($0))
      }
    }
  }

  /// What the path holds in place of the names; `nil` when it is another's.
  func parameters(of path: [String]) -> [String: String]? {
    var values: [String: String] = [:]
    for (index, part) in parts.enumerated() {
      guard index < path.count else { return nil }
      switch part {
      case .literal(let text):
        guard path[index] == text else { return nil }
      case .parameter(let name):
        guard !path[index].isEmpty else { return nil }
        values[name] = path[index]
      case .rest(let name):
        values[name] = path[index...].joined(separator: "/")
        return values
      }
    }
    return parts.count == path.count ? values : nil
  }
}

/// What the description of the API says of a route.
struct Operation: Sendable {
  /// A parameter of the path or the query.
  struct Parameter: Sendable {
    enum Kind: Sendable, Hashable {
      case text, language
      case integer(ClosedRange<Int>)
      case oneOf([String])
    }

    let name: String
    let kind: Kind
    let isRequired: Bool
    let summary: String

    init(_ name: String, _ summary: String, _ kind: Kind = .text, isRequired: Bool = false) {
      (self.name, self.kind, self.isRequired, self.summary) = (name, kind, isRequired, summary)
    }
  }

  /// What a request or an answer carries: its media type, and the name of its schema.
  struct Content: Sendable {
    let type: String
    let schema: String?

    init(_ type: String, _ schema: String? = nil) {
      (self.type, self.schema) = (type, schema)
    }

    static func json(_ schema: String) -> Content { Content("application/json", schema) }
    static func records(_ schema: String) -> Content { Content("application/x-ndjson", schema) }
  }

  /// Routes of one resource stand together.
  let tag: String
  let name: String
  let summary: String
  var parameters: [Parameter] = []
  var body: [Content] = []
  /// The status of success.
  var status = 200
  var answer: [Content] = []
  /// Problems that are the route's own, besides those that any may have.
  var problems: [Problem.Kind] = []

  init(
    _ tag: String, _ name: String, _ summary: String, parameters: [Parameter] = [],
    body: [Content] = [], status: Int = 200, answer: [Content] = [],
    problems: [Problem.Kind] = []
  ) {
    (self.tag, self.name, self.summary) = (tag, name, summary)
    (self.parameters, self.body, self.status) = (parameters, body, status)
    (self.answer, self.problems) = (answer, problems)
  }
}

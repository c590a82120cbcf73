/// A JSON value (RFC 8259) whose objects keep the order of their members, which for evidence is the
/// order in which it was added up; Foundation's decoder forgets it.
enum JSONValue: Sendable, Hashable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// What people call the kind of value it is.
  var kind: String {
    switch self {
    case .null: "null"
    case .boolean: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

struct JSONObject: Sendable, Hashable {
  struct Member: Sendable, Hashable {
    let name: String
    let value: JSONValue
  }

  /// Names are unique.
  let members: [Member]

  /// `nil` when there is no such member; a member that is null is `.null`.
  subscript(name: String) -> JSONValue? {
    members.first { $0.name == name }?.value
  }
}

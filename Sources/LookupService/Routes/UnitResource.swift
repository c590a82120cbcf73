internal import BitextModel
internal import BitextToolkit
internal import HTTPTypes
internal import Hummingbird

/// A unit as `/v1/units/{id}` shows it.
struct UnitResource: Sendable, Encodable {
  let v = 1
  let id: TranslationUnit.ID
  /// Names what the unit is now: the entity tag of the answer.
  let version: String
  let content: UnitRecord
  /// The file or the person that brought it, and when (ISO 8601).
  let file, added: String?

  init(_ id: TranslationUnit.ID, in served: ServedMemory) throws {
    self.id = id
    let found = try served.memory.read { snapshot in
      (unit: try snapshot.unit(id), addition: try snapshot.addition(of: id))
    }
    guard let unit = found.unit else { throw UnitProblems.problem(.missing) }
    (version, content) = (unit.version, UnitRecord(unit))
    (file, added) = (found.addition?.file, found.addition?.at)
  }

  private enum CodingKeys: CodingKey { case v, unit, version, content, file, added }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(v, forKey: .v)
    try container.encode(id, forKey: .unit)
    try container.encode(version, forKey: .version)
    try container.encode(content, forKey: .content)
    try container.encodeIfPresent(file, forKey: .file)
    try container.encodeIfPresent(added, forKey: .added)
  }
}

/// What a change that was not done says.
enum UnitProblems {
  static func problem(_ outcome: UnitChange.Outcome) -> Problem {
    switch outcome {
    case .refused(let refusal): Problem(.unusable, "The unit has \(refusal.rawValue).")
    case .duplicate(let id): Problem(.conflict, "Unit \(id.rawValue) has these texts already.")
    case .changedMeanwhile: Problem(.changedMeanwhile, "Get the unit again, and decide anew.")
    default: Problem(.notFound, "The memory has no unit of that number.")
    }
  }
}

extension Exchange {
  func unitID() throws(Problem) -> TranslationUnit.ID {
    guard let number = Int64(try parameter("id")), number > 0 else {
      throw Problem(.notFound, "A unit has a number.")
    }
    return TranslationUnit.ID(rawValue: number)
  }

  /// The version that has to be there still, of `If-Match`; `nil` when any will do.
  var version: String? {
    guard let tag = request.headers[.ifMatch], tag != "*" else { return nil }
    return tag.trimmingPrefix("W/").filter { $0 != "\"" }
  }

  /// What provenance says of what comes by this request.
  var origin: String { grant.name.map { "web: \($0)" } ?? "web" }

  func unit(
    _ id: TranslationUnit.ID, in served: ServedMemory, status: HTTPResponse.Status
  ) async throws -> Response {
    let record = try await quickly { try UnitResource(id, in: served) }
    return try Answer.json(
      record, status: status,
      headers: [.eTag: "\"\(record.version)\"", .location: "/v1/units/\(id.rawValue)"])
  }
}

internal import BitextModel
internal import BitextToolkit
internal import HTTPTypes
internal import Hummingbird

/// Single units: see, add, change, remove, undo.
enum UnitRoutes {
  private static let memory = Operation.Parameter(
    "memory", "The memory; may be left out where there is one alone.")
  private static let id = Operation.Parameter(
    "id", "The unit's number in its memory.", .integer(1...Int.max), isRequired: true)

  static let routes: [Route] = [
    Route(
      .get, "/v1/units/{id}", .scope(.read),
      Operation(
        "units", "getUnit", "A unit with all that is known of it.", parameters: [id, memory],
        answer: [.json("Unit")], problems: [.notFound])
    ) { exchange in
      let (served, id) = (try exchange.memory(for: .read), try exchange.unitID())
      let record = try await exchange.quickly { try UnitResource(id, in: served) }
      let headers: HTTPFields = [.eTag: "\"\(record.version)\""]
      if exchange.request.headers[.ifNoneMatch] == headers[.eTag] {
        return Answer.empty(.notModified, headers: headers)
      }
      return try Answer.json(record, headers: headers)
    },
    Route(
      .post, "/v1/units", .scope(.write),
      Operation(
        "units", "addUnit", "Adds a unit; one that is there already is not added again.",
        parameters: [memory], body: [.json("UnitContent")], status: 201, answer: [.json("Unit")],
        problems: [.unusable])
    ) { exchange in
      let served = try exchange.memory(for: .write)
      let unit = try await exchange.json(UnitRecord.self).unit
      let outcome = try await served.change(UnitChange(.add(unit), from: exchange.origin))
      switch outcome {
      case .added(let id): return try await exchange.unit(id, in: served, status: .created)
      case .known(let id): return try await exchange.unit(id, in: served, status: .ok)
      default: throw UnitProblems.problem(outcome)
      }
    },
    Route(
      .patch, "/v1/units/{id}", .scope(.write),
      Operation(
        "units", "changeUnit",
        "Changes the members that are given (RFC 7396); with If-Match only if nobody else has.",
        parameters: [id, memory], body: [.init("application/merge-patch+json", "UnitContent")],
        answer: [.json("Unit")], problems: [.notFound, .conflict, .changedMeanwhile, .unusable])
    ) { exchange in
      let (served, id) = (try exchange.memory(for: .write), try exchange.unitID())
      try exchange.requireContent("application/merge-patch+json", "application/json")
      let patch = try Exchange.decode(UnitPatch.self, await exchange.body())
      let asked = exchange.version
      // A patch is made on what is there: somebody may change that between reading and writing.
      for _ in 0..<5 {
        let old = try await exchange.quickly { try served.memory.read { try $0.unit(id) } }
        guard let old else { throw UnitProblems.problem(.missing) }
        let outcome = try await served.change(
          UnitChange(
            .replace(id, with: patch.applied(to: old)), ifVersion: asked ?? old.version,
            from: exchange.origin))
        switch outcome {
        case .replaced: return try await exchange.unit(id, in: served, status: .ok)
        case .changedMeanwhile where asked == nil: continue
        default: throw UnitProblems.problem(outcome)
        }
      }
      throw UnitProblems.problem(.changedMeanwhile)
    },
    Route(
      .delete, "/v1/units/{id}", .scope(.write),
      Operation(
        "units", "removeUnit", "Removes a unit; the journal keeps it.", parameters: [id, memory],
        status: 204, problems: [.notFound, .changedMeanwhile])
    ) { exchange in
      let (served, id) = (try exchange.memory(for: .write), try exchange.unitID())
      let outcome = try await served.change(
        UnitChange(.remove(id), ifVersion: exchange.version, from: exchange.origin))
      guard outcome == .removed else { throw UnitProblems.problem(outcome) }
      return Answer.empty()
    },
  ]
}

/// Members of a unit to be changed; those left out stay.
struct UnitPatch: Sendable, Decodable {
  private let changed: Set<CodingKeys>
  private let variants: [Variant]
  private let members: Members

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case variants, link, attributes, properties, notes
  }

  private struct Members: Decodable {
    let link: TranslationUnit.Link?
    let attributes: [Attribute]?
    let properties: [Property]?
    let notes: [Note]?
  }

  init(from decoder: any Decoder) throws {
    changed = Set(try decoder.container(keyedBy: CodingKeys.self).allKeys)
    variants = changed.contains(.variants) ? try UnitRecord(from: decoder).unit.variants : []
    members = try Members(from: decoder)
  }

  func applied(to old: TranslationUnit) -> TranslationUnit {
    var unit = old
    if changed.contains(.variants) { unit.variants = variants }
    if changed.contains(.link) { unit.link = members.link }
    if changed.contains(.attributes) { unit.attributes = members.attributes ?? [] }
    if changed.contains(.properties) { unit.properties = members.properties ?? [] }
    if changed.contains(.notes) { unit.notes = members.notes ?? [] }
    return unit
  }
}

internal import BitextToolkit
internal import Foundation
internal import HTTPTypes

/// The description of the API (OpenAPI 3.1), made of the route table: what is not in the table is not
/// described, and what is in it is.
struct OpenAPIDocument {
  private let table: RouteTable
  private let version: String

  init(_ table: RouteTable, version: String) {
    (self.table, self.version) = (table, version)
  }

  /// The routes of programs; pages and their files are for people.
  var routes: [Route] { table.routes.filter { $0.operation.tag != "pages" } }

  /// JSON, keys in a stable order.
  func bytes() throws -> [UInt8] {
    var paths: [String: [String: Any]] = [:]
    for route in routes {
      let path = route.pattern.replacing("*}", with: "}")
      paths[path, default: [:]][route.method.rawValue.lowercased()] = operation(route)
    }
    let document: [String: Any] = [
      "openapi": "3.1.0",
      "info": [
        "title": "bitext", "version": version,
        "summary": "Translation memories: lookup, concordance, units, alignments",
      ],
      "security": [[:], ["token": [] as [String]]],
      "paths": paths,
      "components": [
        "schemas": try Self.schemas(),
        "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]],
      ],
    ]
    return [UInt8](
      try JSONSerialization.data(
        withJSONObject: document, options: [.sortedKeys, .withoutEscapingSlashes]))
  }

  /// The records by name (JSON Schema 2020-12), out of the binary.
  static func schemas() throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(PackageResources.schemas_json))
    return value as? [String: Any] ?? [:]
  }

  private func operation(_ route: Route) -> [String: Any] {
    let operation = route.operation
    var answers: [String: Any] = [
      String(operation.status): answer(operation.answer, "Done.")
    ]
    for (status, kinds) in Dictionary(grouping: problems(of: route), by: \.status.code) {
      let titles = kinds.map(\.title).joined(separator: "; ")
      answers[String(status)] = answer([.init("application/problem+json", "Problem")], titles)
    }
    var description: [String: Any] = [
      "operationId": operation.name, "summary": operation.summary, "tags": [operation.tag],
      "parameters": operation.parameters.map { parameter($0, of: route) }, "responses": answers,
    ]
    if !operation.body.isEmpty {
      description["requestBody"] = ["required": true, "content": content(operation.body)]
    }
    switch route.access {
    case .everybody: description["security"] = [[:]] as [[String: Any]]
    case .scope(let scope): description["x-scope"] = scope.rawValue
    }
    return description
  }

  /// What may go wrong with any route, and with this one.
  private func problems(of route: Route) -> [Problem.Kind] {
    var kinds: Set<Problem.Kind> = [
      .badRequest, .foreignOrigin, .unknownHost, .internalError, .busy,
    ]
    if route.access != .everybody {
      kinds.formUnion([.unauthorised, .forbidden, .notOffered, .tooMany])
    }
    if !route.operation.parameters.isEmpty { kinds.insert(.badValue) }
    if !route.operation.body.isEmpty { kinds.formUnion([.tooLarge, .wrongType, .tooSlow]) }
    kinds.formUnion(route.operation.problems)
    return Problem.Kind.allCases.filter(kinds.contains)
  }

  private func answer(_ contents: [Operation.Content], _ description: String) -> [String: Any] {
    var answer: [String: Any] = ["description": description]
    if !contents.isEmpty { answer["content"] = content(contents) }
    return answer
  }

  private func content(_ contents: [Operation.Content]) -> [String: Any] {
    Dictionary(
      contents.map { content in
        (
          content.type,
          content.schema.map { ["schema": ["$ref": "#/components/schemas/\($0)"]] } ?? [:]
            as [String: Any]
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  private func parameter(_ parameter: Operation.Parameter, of route: Route) -> [String: Any] {
    let isInPath = route.parts.contains {
      $0 == .parameter(parameter.name) || $0 == .rest(parameter.name)
    }
    let schema: [String: Any] =
      switch parameter.kind {
      case .text: ["type": "string"]
      case .language: ["type": "string", "description": "A language such as de or en-GB"]
      case .integer(let range):
        ["type": "integer", "minimum": range.lowerBound, "maximum": range.upperBound]
      case .oneOf(let values): ["type": "string", "enum": values]
      }
    return [
      "name": parameter.name, "in": isInPath ? "path" : "query",
      "required": parameter.isRequired, "description": parameter.summary, "schema": schema,
    ]
  }
}

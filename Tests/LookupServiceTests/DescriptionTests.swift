import BitextToolkit
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import LookupService

@Suite struct DescriptionTests {
  private static func document() throws -> [String: Any] {
    let bytes = try OpenAPIDocument(.all, version: "0").bytes()
    return try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] ?? [:]
  }

  @Test func everyRouteIsDescribedOnce() throws {
    let paths = try #require(try Self.document()["paths"] as? [String: [String: Any]])
    let described = paths.flatMap { path, methods in methods.keys.map { "\($0) \(path)" } }
    let routes = RouteTable.all.routes.filter { $0.operation.tag != "pages" }.map {
      "\($0.method.rawValue.lowercased()) \($0.pattern.replacing("*}", with: "}"))"
    }
    #expect(Set(described) == Set(routes))
    #expect(Set(routes).count == routes.count)
    let names = RouteTable.all.routes.map(\.operation.name).filter { $0 != "asset" }
    #expect(Set(names).count == names.count)
  }

  @Test func everySchemaIsThere() throws {
    let schemas = try OpenAPIDocument.schemas()
    for route in RouteTable.all.routes {
      for content in route.operation.body + route.operation.answer {
        if let name = content.schema { #expect(schemas[name] != nil, "\(name)") }
      }
    }
    let text = String(decoding: PackageResources.schemas_json, as: UTF8.self)
    for part in text.components(separatedBy: "#/components/schemas/").dropFirst() {
      let name = String(part.prefix { $0 != "\"" })
      #expect(schemas[name] != nil, "\(name)")
    }
  }

  @Test func everyNameOfAPathIsAParameter() {
    for route in RouteTable.all.routes {
      for part in route.parts {
        switch part {
        case .parameter(let name), .rest(let name):
          #expect(
            route.operation.parameters.contains { $0.name == name && $0.isRequired },
            "\(route.pattern) \(name)")
        case .literal: break
        }
      }
    }
  }

  /// What is described is there: no documented operation answers 404 for its path, 405 or 500.
  @Test func everyOperationAnswers() async throws {
    try await RunningService.with(units: [("Die Tür ist zu.", "The door is shut.")]) {
      settings, folder in
      settings.alignmentFolder = folder.path("alignments")
    } _: { service in
      for route in RouteTable.all.routes {
        let path = route.pattern.replacing("{id}", with: "1").replacing("{source}", with: "de")
          .replacing("{target}", with: "en").replacing("{text*}", with: "x")
          .replacing("{name*}", with: "x.tmx")
        let answer = try await service.client.send(route.method.rawValue, path)
        #expect(answer.status != 405 && answer.status < 500, "\(route.method) \(path)")
        if answer.status == 404 {
          #expect(!answer.text.contains("nothing at this address"), "\(path)")
        }
      }
    }
  }

  @Test(arguments: [
    ("DELETE", "/v1/lookup", 405), ("GET", "/v1/nothing", 404), ("GET", "/v1/lookup/", 404),
    ("GET", "/../etc/passwd", 404), ("GET", "/assets/%2e%2e/x", 404), ("HEAD", "/healthz", 200),
    ("OPTIONS", "/v1/lookup", 405), ("TRACE", "/healthz", 405),
  ])
  func whatIsNotThere(method: String, path: String, status: Int) async throws {
    try await RunningService.with { service in
      let answer = try await service.client.send(method, path)
      #expect(answer.status == status)
      if status == 405 { #expect(answer.headers["allow"]?.contains("GET") == true) }
      if method == "HEAD" { #expect(answer.body.isEmpty) }
      #expect(answer.headers["access-control-allow-origin"] == nil)
      #expect(answer.headers["x-content-type-options"] == "nosniff")
    }
  }

  @Test func countsAndSaysHowItIs() async throws {
    try await RunningService.with { service in
      #expect(try await service.client.get("/healthz").text == #"{"status":"ok"}"#)
      _ = try await service.client.get("/v1/lookup?q=secret+words")
      let metrics = try await service.client.get("/metrics")
      #expect(
        metrics.text.contains(
          #"bitext_requests_total{method="GET",route="/v1/lookup",status="200"} 1"#))
      #expect(!metrics.text.contains("secret"))
    }
  }
}

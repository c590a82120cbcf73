internal import BitextToolkit
internal import HTTPTypes

/// What the service says of itself.
enum DescriptionRoutes {
  static let routes: [Route] = [
    Route(
      .get, "/openapi.json", .everybody,
      Operation(
        "status", "describe", "This description.", answer: [.init("application/json")])
    ) { exchange in
      Answer.bytes(
        try OpenAPIDocument(.all, version: exchange.service.settings.version).bytes(),
        type: "application/json")
    }
  ]
}

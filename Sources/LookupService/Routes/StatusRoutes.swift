internal import BitextToolkit
internal import HTTPTypes

/// Whether the service is well.
enum StatusRoutes {
  static let routes: [Route] = [
    Route(
      .get, "/healthz", .everybody,
      Operation(
        "status", "health", "Whether the service can answer.", answer: [.json("Health")],
        problems: [.busy])
    ) { exchange in
      let memories = exchange.service.memories
      try await exchange.quickly {
        for served in memories.all { _ = try served.memory.read { try $0.languages.count } }
      }
      return try Answer.json(["status": "ok"])
    },
    Route(
      .get, "/metrics", .scope(.admin),
      Operation(
        "status", "metrics", "Counts for Prometheus.", answer: [.init("text/plain; version=0.0.4")])
    ) { exchange in
      let service = exchange.service
      var gauges = [
        ("bitext_requests_waiting", "Requests that wait for a thread.", service.quick.waiting)
      ]
      let units = try await exchange.quickly {
        try service.memories.all.reduce(0) { sum, served in
          try sum + served.memory.read { try $0.unitCount }
        }
      }
      gauges.append(("bitext_units", "Translation units in all memories.", units))
      return Answer.bytes(
        service.metrics.text(gauges: gauges).utf8, type: "text/plain; version=0.0.4")
    },
  ]
}

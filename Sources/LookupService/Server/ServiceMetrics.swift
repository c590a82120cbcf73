internal import Synchronization

/// Counts what the service does, for `/metrics`: Prometheus' text format 0.0.4.
///
/// A class, because all requests count in it.
final class ServiceMetrics: Sendable {
  private struct Key: Hashable, Comparable {
    let method, route: String
    let status: Int

    static func < (a: Key, b: Key) -> Bool {
      (a.route, a.method, a.status) < (b.route, b.method, b.status)
    }
  }

  private struct Durations {
    /// Requests that took at most so long as each bound says, not cumulated.
    var counts = [Int](repeating: 0, count: bounds.count + 1)
    var sum = 0.0
  }

  private struct State {
    var requests: [Key: Int] = [:]
    var durations: [String: Durations] = [:]
    var inFlight = 0
  }

  /// Seconds.
  private static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30]

  private let state = Mutex(State())

  func begin() {
    state.withLock { $0.inFlight += 1 }
  }

  /// - Parameter route: The route's pattern, never what somebody typed.
  func end(_ method: String, _ route: String, status: Int, seconds: Double) {
    let place = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
    state.withLock { state in
      state.inFlight -= 1
      state.requests[Key(method: method, route: route, status: status), default: 0] += 1
      state.durations[route, default: Durations()].counts[place] += 1
      state.durations[route]?.sum += seconds
    }
  }

  /// - Parameter gauges: What else there is to say: a name, what it means, its value.
  func text(gauges: [(name: String, help: String, value: Int)]) -> String {
    let state = state.withLock { $0 }
    var lines = [
      "# HELP bitext_requests_total Requests answered.", "# TYPE bitext_requests_total counter",
    ]
    for (key, count) in state.requests.sorted(by: { $0.key < $1.key }) {
      lines.append(
        "bitext_requests_total{method=\"\(key.method)\",route=\"\(key.route)\","
          + "status=\"\(key.status)\"} \(count)")
    }
    lines += [
      "# HELP bitext_request_seconds Time from a request's head to its answer.",
      "# TYPE bitext_request_seconds histogram",
    ]
    for (route, durations) in state.durations.sorted(by: { $0.key < $1.key }) {
      var total = 0
      for (bound, count) in zip(Self.bounds, durations.counts) {
        total += count
        lines.append("bitext_request_seconds_bucket{route=\"\(route)\",le=\"\(bound)\"} \(total)")
      }
      total += durations.counts.last ?? 0
      lines.append("bitext_request_seconds_bucket{route=\"\(route)\",le=\"+Inf\"} \(total)")
      lines.append("bitext_request_seconds_sum{route=\"\(route)\"} \(durations.sum)")
      lines.append("bitext_request_seconds_count{route=\"\(route)\"} \(total)")
    }
    for gauge in gauges + [("bitext_requests_in_flight", "Requests at work.", state.inFlight)] {
      lines += [
        "# HELP \(gauge.name) \(gauge.help)", "# TYPE \(gauge.name) gauge",
        "\(gauge.name) \(gauge.value)",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

internal import BitextToolkit
internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import NIOCore

/// What a request brings along besides itself.
struct ConnectionContext: InitializableFromSource, Sendable {
  /// The client's address; `nil` of what is no network.
  let address: String?

  init(source: ApplicationRequestContextSource) {
    address = source.channel.remoteAddress?.ipAddress
  }
}

/// Answers requests: finds the route, asks who it is, and turns what goes wrong into problems.
struct ServiceResponder: HTTPResponder {
  let parts: ServiceParts
  let table: RouteTable

  func respond(to request: Request, context: ConnectionContext) async throws -> Response {
    let start = ContinuousClock.now
    parts.metrics.begin()
    var route: Route?
    var name: String?
    var response: Response
    do {
      let target = try RequestTarget(request.head.path ?? "")
      let (found, parameters) = try find(request, target)
      route = found
      let grant = try parts.door.admit(request, found)
      name = grant.name
      if found.access != .everybody {
        try parts.rate.take(grant.name ?? context.address ?? "-")
      }
      response = try await found.handle(
        Exchange(
          request: request, target: target, parameters: parameters, grant: grant, service: parts))
    } catch {
      response = answer(to: error, request, isPage: route?.operation.tag == "pages")
    }
    if request.method == .head { response = response.createHeadResponse() }
    SecurityHeaders.add(to: &response)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    parts.metrics.end(
      request.method.rawValue, route?.pattern ?? "none", status: response.status.code,
      seconds: seconds)
    parts.logger.info(
      "request",
      metadata: [
        "method": "\(request.method.rawValue)", "route": "\(route?.pattern ?? "none")",
        "status": "\(response.status.code)", "ms": "\(Int(seconds * 1000))",
        "by": "\(name ?? "-")",
      ])
    return response
  }

  private func find(_ request: Request, _ target: RequestTarget) throws(Problem) -> (
    Route, [String: String]
  ) {
    switch table.find(request.method, target.parts) {
    case .route(let route, let parameters): return (route, parameters)
    case .nothing:
      throw Problem(
        .notFound, "There is nothing at this address. /openapi.json says what is where.")
    case .wrongMethod(let allowed):
      let names = Set(allowed.map(\.rawValue)).sorted().joined(separator: ", ")
      throw Problem(.wrongMethod, "It takes \(names).", headers: [.allow: names])
    }
  }

  private func answer(to error: any Error, _ request: Request, isPage: Bool) -> Response {
    if let problem = Problem(error) {
      guard isPage else { return Answer.problem(problem) }
      var response = Answer.html(
        Pages.shared.problem(problem, acceptedLanguages: request.headers[.acceptLanguage]),
        status: problem.kind.status)
      response.headers.append(contentsOf: problem.headers)
      return response
    }
    parts.logger.error("failed", metadata: ["error": "\(type(of: error))"])
    return Answer.problem(
      Problem(
        .internalError, "The request could not be answered; the log of the service says more."))
  }
}

internal import HTTPTypes

/// All routes, and which of them a request is for.
struct RouteTable: Sendable {
  let routes: [Route]

  /// A new resource is a file beside this one and a line here.
  static let all: RouteTable = RouteTable(
    [
      StatusRoutes.routes,
      MemoryRoutes.routes,
      LookupRoutes.routes,
      ConcordanceRoutes.routes,
      UnitRoutes.routes,
      JournalRoutes.routes,
      ImportRoutes.routes,
      ExportRoutes.routes,
      TextRoutes.routes,
      AlignmentRoutes.routes,
      DescriptionRoutes.routes,
      TMServerRoutes.routes,
      MyMemoryRoutes.routes,
      PageRoutes.routes,
      ReviewPageRoutes.routes,
      AssetRoutes.routes,
    ].flatMap { $0 })

  init(_ routes: [Route]) {
    self.routes = routes
  }

  enum Finding {
    case route(Route, [String: String])
    /// There is something at that path, for other methods.
    case wrongMethod(allowed: [HTTPRequest.Method])
    case nothing
  }

  func find(_ method: HTTPRequest.Method, _ path: [String]) -> Finding {
    var allowed: [HTTPRequest.Method] = []
    for route in routes {
      guard let parameters = route.parameters(of: path) else { continue }
      if route.method == method || route.method == .get && method == .head {
        return .route(route, parameters)
      }
      allowed.append(route.method)
    }
    return allowed.isEmpty ? .nothing : .wrongMethod(allowed: allowed)
  }
}

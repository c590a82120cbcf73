internal import BitextToolkit
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Synchronization

/// Says who sends a request, and what they may do.
///
/// A class, because it remembers the token file, and reads it again when it changes.
final class Doorkeeper: Sendable {
  private struct State {
    var grants: [String: Grant] = [:]
    var version: Version?
    var checked: ContinuousClock.Instant?
  }

  private struct Version: Hashable {
    let size: Int
    let seconds, nanoseconds: Int

    init?(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      size = Int(status.st_size)
      (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    }
  }

  private let path: String?
  private let hosts: Set<String>
  /// Whether there were tokens when the service began: then they are asked for until it ends, even
  /// when the last is revoked.
  let asksForTokens: Bool
  private let state = Mutex(State())

  /// - Throws: `InputFault` for a token file that cannot be read, or an address that others reach and a
  ///   service that asks nobody for a token.
  init(_ settings: ServiceSettings) throws(InputFault) {
    path = settings.tokenFile
    var state = State()
    if let path {
      let file = try TokenFile(path)
      state.grants = Self.grants(of: file)
      state.version = Version(path)
    }
    asksForTokens = !state.grants.isEmpty
    guard asksForTokens || settings.isLoopback else {
      throw InputFault(
        "--host \(settings.host)", "others can reach that address, and there are no tokens",
        remedy: "Make one first: bitext serve --new-token NAME --scope read")
    }
    hosts = Set(
      ["localhost", "127.0.0.1", "[::1]", settings.host]
        + settings.hostNames.map { $0.lowercased() })
    self.state.withLock { $0 = state }
  }

  private static func grants(of file: TokenFile) -> [String: Grant] {
    Dictionary(
      file.entries.map { ($0.sha256, Grant(name: $0.name, scopes: $0.scopes)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// - Throws: `Problem` when the request has no good token where one is needed, or comes from a page
  ///   of somebody else's.
  func admit(_ request: Request, _ route: Route) throws(Problem) -> Grant {
    try checkOrigin(request, route)
    guard asksForTokens else { return .everything }
    if route.access == .everybody { return .nothing }
    guard let token = Self.token(request.headers) else {
      throw Problem(
        .unauthorised, "Send the header “Authorization: Bearer TOKEN”.", headers: Self.challenge)
    }
    guard let grant = grant(of: token) else {
      throw Problem(.unauthorised, "The token is not known here.", headers: Self.challenge)
    }
    if case .scope(let scope) = route.access, !grant.allowsAnywhere(scope) {
      throw Problem(.forbidden, "It takes a token with the scope \(scope.rawValue).")
    }
    return grant
  }

  private static let challenge: HTTPFields = [
    .wwwAuthenticate: "Bearer realm=\"bitext\", Basic realm=\"bitext\""
  ]

  /// The token of a bearer (RFC 6750), or a password (RFC 7617), for clients that know an address alone
  /// and browsers.
  static func token(_ headers: HTTPFields) -> String? {
    guard let value = headers[.authorization] else { return nil }
    let sides = value.split(separator: " ", maxSplits: 1)
    guard sides.count == 2 else { return nil }
    switch sides[0].lowercased() {
    case "bearer": return String(sides[1])
    case "basic":
      guard let data = Data(base64Encoded: String(sides[1])),
        let pair = String(data: data, encoding: .utf8), let colon = pair.firstIndex(of: ":")
      else { return nil }
      return String(pair[pair.index(after: colon)...])
    default: return nil
    }
  }

  private func grant(of token: String) -> Grant? {
    let hash = TokenFile.hash(of: token)
    return state.withLock { state in
      renew(&state)
      return state.grants[hash]
    }
  }

  /// Reads the file again when it has changed; a broken one changes nothing.
  private func renew(_ state: inout State) {
    let now = ContinuousClock.now
    guard let path, state.checked.map({ now - $0 > .seconds(1) }) ?? true else { return }
    state.checked = now
    let version = Version(path)
    guard version != state.version else { return }
    guard let file = try? TokenFile(path) else { return }
    state.grants = Self.grants(of: file)
    state.version = version
  }

  /// A page of another site must not use what this machine may: browsers say whose page it is, and by
  /// which name they found the service (DNS rebinding).
  private func checkOrigin(_ request: Request, _ route: Route) throws(Problem) {
    if !asksForTokens {
      let host = Self.name(ofHost: request.head.authority ?? "")
      guard hosts.contains(host) else {
        throw Problem(
          .unknownHost, "The header Host names none of its names. --host-name allows one.")
      }
    }
    // A link from elsewhere may lead to a page; nothing else may be loaded from elsewhere.
    let site = request.headers[.known("Sec-Fetch-Site")]
    let isPage = route.operation.tag == "pages" && route.method == .get
    guard site == nil || site == "same-origin" || site == "none" || isPage else {
      throw Problem(
        .foreignOrigin, "The header Sec-Fetch-Site says that a page of another site sends this.")
    }
    guard let origin = request.headers[.origin] else { return }
    let parts = origin.split(separator: "/", omittingEmptySubsequences: true)
    guard parts.count == 2, parts[1].lowercased() == request.head.authority?.lowercased() else {
      throw Problem(
        .foreignOrigin,
        "The header Origin names another place than Host. A proxy has to pass Host on unchanged.")
    }
  }

  /// The host without its port.
  static func name(ofHost authority: String) -> String {
    if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
      return String(authority[...end]).lowercased()
    }
    return String(authority.prefix { $0 != ":" }).lowercased()
  }
}

import Foundation
import LookupService
import TestSupport
import Testing

/// The service behind nginx, as `deploy/nginx.conf` sets it up: that file with other places, a smaller
/// limit and a certificate of its own.
@Suite(.enabled(if: NginxProxy.isThere, "needs nginx, openssl and curl; `make clients` gets nginx"))
struct ProxyTests {
  private static func with(
    _ change: (inout ServiceSettings) throws -> Void = { _ in },
    _ body: (NginxProxy) async throws -> Void
  ) async throws {
    let units = [("Schließe die Tür.", "Close the door."), ("Ein/Aus 100 %", "On/off 100%")]
    try await RunningService.with(units: units) { settings, _ in
      settings.hostNames = [NginxProxy.host]
      settings.limits.upload = 1 << 30
      try change(&settings)
    } _: { service in
      try await body(try await NginxProxy(service: service.port))
    }
  }

  @Test func lookupsPassWithTheirEscapes() async throws {
    try await Self.with { proxy in
      let found = try await proxy.curl("/v1/lookup?q=Close%20the%20door%21&from=en&to=de")
      #expect(found.status == 200)
      #expect(found.body.contains("Schließe die Tür."))
      let escaped = try await proxy.curl("/tmserver/en/de/unit/On%2Foff%20100%25")
      #expect(escaped.body.contains(#""quality":100"#))
      let page = try await proxy.curl("/?q=Close+the+door.", "--compressed")
      #expect(page.headers["content-encoding"] == "gzip")
      #expect(page.headers["content-security-policy"] != nil)
      #expect(page.body.contains("Schließe"))
    }
  }

  /// A form of the service's own page says where it comes from with the port of the proxy.
  @Test func ownPagesMayWriteAndOthersMayNot() async throws {
    let unit = #"{"variants":[{"language":"en","content":"A"},{"language":"de","content":"B"}]}"#
    try await Self.with { proxy in
      let json = ["-H", "Content-Type: application/json", "-d", unit]
      let own = try await proxy.curl("/v1/units", json + ["-H", "Origin: \(proxy.address)"])
      #expect(own.status == 201)
      // Wherever the client is sent next, it stays with the proxy.
      #expect(own.headers["location"]?.hasPrefix("/v1/units/") == true)
      let foreign = try await proxy.curl(
        "/v1/units", json + ["-H", "Origin: https://evil.example"])
      #expect(foreign.status == 403)
      #expect(foreign.body.contains("foreign-origin"))
      let renamed = try await proxy.curl("/v1/memories", "-H", "Host: evil.example")
      #expect(renamed.status == 403)
      #expect(renamed.body.contains("unknown-host"))
    }
  }

  @Test func tokensPass() async throws {
    let folder = try TemporaryFolder()
    var tokens = try TokenFile(folder.path("tokens.jsonl"))
    let token = try tokens.add("anna", scopes: ["*": .read], at: "2026-11-21T00:00:00Z")
    try await Self.with {
      $0.tokenFile = tokens.path
    } _: { proxy in
      let without = try await proxy.curl("/v1/memories")
      #expect(without.status == 401)
      let bearer = try await proxy.curl("/v1/memories", "-H", "Authorization: Bearer \(token)")
      #expect(bearer.status == 200)
      let password = try await proxy.curl("/tmserver/languages/", "-u", "anna:\(token)")
      #expect(password.status == 200)
    }
  }

  /// Above the proxy's limit, which stands in for the 1 GB of the file, nothing arrives; below it all of
  /// a file does, also where nobody says beforehand how large it is.
  @Test(
    arguments: [(1_000_000, 200), (1_100_000, 413)], [[], ["-H", "Transfer-Encoding: chunked"]])
  func filesPassUpToTheLimit(size: (bytes: Int, status: Int), framing: [String]) async throws {
    try await Self.with { proxy in
      let long = String(repeating: " word", count: 200)
      var text = ""
      while text.utf8.count < size.bytes { text += "Line \(text.utf8.count)\(long)\tZeile\n" }
      let sent = try await proxy.curl(
        "/v1/imports?name=a.tsv&from=en&to=de",
        ["-X", "POST", "-H", "Content-Type: application/octet-stream"] + framing
          + ["--data-binary", "@" + proxy.write(text, "a.tsv")])
      #expect(sent.status == size.status, "\(sent.body)")
      guard size.status == 200 else { return }
      let exported = try await proxy.curl("/v1/export?format=tsv&from=en&to=de")
      #expect(exported.body.split(separator: "\n").count == text.split(separator: "\n").count + 2)
    }
  }
}

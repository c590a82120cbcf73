import Foundation
import TestSupport

/// nginx before a service, for one test: a child process with files of its own, and without rights
/// where the test has those of root.
final class NginxProxy {
  // A class, because it owns the process.
  static let host = "tm.example.org"

  let port: Int
  private let folder: TemporaryFolder
  private let process = Process()

  /// What a browser would call the service.
  var address: String { "https://\(Self.host):\(port)" }

  private static let nginx = program("nginx")
  private static let openssl = program("openssl")
  private static let client = program("curl")
  static let isThere = nginx != nil && openssl != nil && client != nil

  private static func program(_ name: String) -> String? {
    // `make clients` unpacks nginx there.
    (["/usr/sbin/", "/usr/bin/"] + [Checkout.path(".build/clients/nginx/usr/sbin").path + "/"])
      .map { $0 + name }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  struct Failure: Error { let text: String }

  /// - Parameter service: Its port.
  init(service: Int) async throws {
    guard let nginx = Self.nginx, let openssl = Self.openssl else { throw Failure(text: "none") }
    folder = try TemporaryFolder()
    // One that was free a moment ago; nginx tries again while it is not.
    port = Int(try FakeServer(requests: 0) { _, _ in FakeServer.Answer() }.port)
    try await OutsideProgram.run(
      openssl,
      ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=\(Self.host)"]
        + ["-addext", "subjectAltName=DNS:\(Self.host)"]
        + ["-keyout", folder.path("key.pem"), "-out", folder.path("certificate.pem")])
    let configuration = write(try configuration(service: service), "nginx.conf")
    // Another user writes here where the test is root.
    let open: [FileAttributeKey: Any] = [.posixPermissions: 0o777]
    try FileManager.default.setAttributes(open, ofItemAtPath: folder.url.path)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: folder.path("key.pem"))
    let command = [nginx, "-p", folder.url.path, "-c", configuration, "-e", folder.path("errors")]
    let drop = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    let all = getuid() == 0 ? drop + command : command
    process.executableURL = URL(fileURLWithPath: all[0])
    process.arguments = Array(all.dropFirst())
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    for _ in 0..<600 where process.isRunning {
      if let answer = try? await curl("/healthz"), answer.status == 200 { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    let errors = try? String(contentsOfFile: folder.path("errors"), encoding: .utf8)
    throw Failure(text: "nginx does not answer: \(errors ?? "")")
  }

  deinit {
    guard process.isRunning else { return }
    process.terminate()
    process.waitUntilExit()
  }

  /// The documented file, with the places of the test. What it no longer has to be replaced is a fault
  /// of the test, which would otherwise test something else.
  private func configuration(service: Int) throws -> String {
    var server = try String(contentsOf: Checkout.path("deploy/nginx.conf"), encoding: .utf8)
    for (documented, own) in [
      ("listen 443 ssl;", "listen 127.0.0.1:\(port) ssl;"),
      ("/etc/ssl/certs/tm.example.org.pem", folder.path("certificate.pem")),
      ("/etc/ssl/private/tm.example.org.key", folder.path("key.pem")),
      ("http://127.0.0.1:8765;", "http://127.0.0.1:\(service);"),
      ("client_max_body_size 1g;", "client_max_body_size 1m;"),
    ] {
      guard server.contains(documented) else { throw Failure(text: "no “\(documented)”") }
      server.replace(documented, with: own)
    }
    let places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map {
      "\($0)_temp_path \(folder.path($0));"
    }
    return """
      daemon off;
      pid \(folder.path("pid"));
      events {}
      http {
      access_log off;
      \(places.joined(separator: "\n"))
      \(server)
      }

      """
  }

  /// - Returns: The file's path.
  func write(_ text: String, _ name: String) -> String {
    let path = folder.path(name)
    _ = FileManager.default.createFile(atPath: path, contents: Data(text.utf8))
    return path
  }

  struct Answer {
    let status: Int
    /// By lower-case name.
    let headers: [String: String]
    let body: String
  }

  func curl(_ path: String, _ options: String...) async throws -> Answer {
    try await curl(path, options)
  }

  func curl(_ path: String, _ options: [String]) async throws -> Answer {
    guard let client = Self.client else { throw Failure(text: "no curl") }
    let (head, body) = (folder.path("head"), folder.path("body"))
    try await OutsideProgram.run(
      client,
      ["-s", "--http1.1", "--max-time", "120", "--path-as-is", "-D", head, "-o", body]
        + ["--cacert", folder.path("certificate.pem")]
        + ["--resolve", "\(Self.host):\(port):127.0.0.1", "-H", "Expect:"]
        + options + [address + path])
    let lines = try String(contentsOfFile: head, encoding: .utf8).split(separator: "\r\n")
    let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    let headers = lines.dropFirst().map { $0.split(separator: ":", maxSplits: 1) }
      .filter { $0.count == 2 }
      .map { ($0[0].lowercased(), $0[1].trimmingCharacters(in: .whitespaces)) }
    return Answer(
      status: status ?? 0, headers: Dictionary(headers) { $1 },
      body: String(decoding: (try? Data(contentsOf: URL(filePath: body))) ?? Data(), as: UTF8.self))
  }
}

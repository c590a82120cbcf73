import Foundation

/// The least client that there can be: a connection a request, bytes as they are.
struct HTTPClient: Sendable {
  let port: Int
  /// What every request carries besides.
  var headers: [String: String] = [:]

  struct Answer: Sendable {
    let status: Int
    /// By lower-case name.
    let headers: [String: String]
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }

    func json() throws -> Any { try JSONSerialization.jsonObject(with: Data(body)) }
    var object: [String: Any] { (try? json()) as? [String: Any] ?? [:] }
    var list: [Any] { (try? json()) as? [Any] ?? [] }
  }

  struct Failure: Error { let text: String }

  func get(_ path: String, headers: [String: String] = [:]) async throws -> Answer {
    try await send("GET", path, headers: headers)
  }

  func send(
    _ method: String, _ path: String, headers: [String: String] = [:], body: String? = nil
  ) async throws -> Answer {
    var head = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
    let all = self.headers.merging(headers) { $1 }
    for (name, value) in all.sorted(by: { $0.key < $1.key }) { head += "\(name): \(value)\r\n" }
    if let body { head += "Content-Length: \(body.utf8.count)\r\n" }
    return try await exchange([UInt8]((head + "\r\n" + (body ?? "")).utf8))
  }

  func post(
    _ path: String, _ body: String, type: String = "application/json",
    headers: [String: String] = [:]
  ) async throws -> Answer {
    try await send(
      "POST", path, headers: headers.merging(["Content-Type": type]) { $1 }, body: body)
  }

  /// Sends bytes and reads until the other end closes, or nothing has come for some seconds; many,
  /// because other tests may hold the threads meanwhile.
  func exchange(_ bytes: [UInt8], seconds: Int = 120) async throws -> Answer {
    try await withCheckedThrowingContinuation { continuation in
      // A thread of its own: those of the shared queues, all waiting for answers, would leave none to
      // the services that give them.
      Thread.detachNewThread {
        continuation.resume(
          with: Result { try Self.parse(try Self.exchange(bytes, port: port, seconds: seconds)) })
      }
    }
  }

  private static func exchange(_ bytes: [UInt8], port: Int, seconds: Int) throws -> [UInt8] {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw Failure(text: "no socket") }
    defer { close(descriptor) }
    var limit = timeval(tv_sec: seconds, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw Failure(text: "not connected: \(errno)") }
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      // Who answers before all has come may close meanwhile.
      guard count > 0 else { break }
      sent += count
    }
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count == 0 { return answer }
      guard count > 0 else {
        if errno == ECONNRESET, !answer.isEmpty { return answer }
        throw Failure(text: "no end within \(seconds) s, but \(answer.count) bytes: \(errno)")
      }
      answer += buffer[..<count]
    }
  }

  private static func parse(_ bytes: [UInt8]) throws -> Answer {
    guard
      let end = bytes.indices.first(where: { bytes[$0...].starts(with: Array("\r\n\r\n".utf8)) })
    else { throw Failure(text: "no head in \(bytes.count) bytes") }
    let lines = String(decoding: bytes[..<end], as: UTF8.self).components(separatedBy: "\r\n")
    guard let first = lines.first?.split(separator: " "), first.count > 1,
      let status = Int(first[1])
    else { throw Failure(text: "no status in \(lines.first ?? "")") }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let sides = line.split(separator: ":", maxSplits: 1)
      guard sides.count == 2 else { continue }
      headers[sides[0].lowercased()] = sides[1].trimmingCharacters(in: .whitespaces)
    }
    var body = Array(bytes[(end + 4)...])
    if headers["transfer-encoding"] == "chunked" { body = try unchunked(body) }
    // Behind it may stand the answer to what a broken request was taken for besides.
    if let length = headers["content-length"].flatMap(Int.init) {
      body = Array(body.prefix(length))
    }
    return Answer(status: status, headers: headers, body: body)
  }

  /// RFC 9112, section 7.1.
  private static func unchunked(_ bytes: [UInt8]) throws -> [UInt8] {
    var (rest, body): (ArraySlice<UInt8>, [UInt8]) = (bytes[...], [])
    while let feed = rest.firstIndex(of: 0x0A) {
      let line = String(decoding: rest[..<feed], as: UTF8.self)
      guard let size = Int(line.trimmingCharacters(in: .whitespacesAndNewlines), radix: 16) else {
        throw Failure(text: "no size of a chunk: \(line)")
      }
      if size == 0 { return body }
      rest = rest[(feed + 1)...]
      body += rest.prefix(size)
      rest = rest.dropFirst(size + 2)
    }
    throw Failure(text: "cut off after \(body.count) bytes")
  }
}

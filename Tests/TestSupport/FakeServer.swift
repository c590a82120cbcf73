internal import Foundation
internal import Synchronization

/// A server of embeddings on a free port of the loopback, which answers a fixed number of requests, one
/// after another, each with what a closure makes of its body.
public final class FakeServer: Sendable {
  // A class, because it owns the socket.
  public struct Answer: Sendable {
    public var status: Int
    public var body: String

    public init(status: Int = 200, body: String = "") {
      (self.status, self.body) = (status, body)
    }
  }

  public struct Request: Sendable {
    public let head: String
    public let body: String
  }

  public let port: UInt16
  private let socket: CInt
  private let seen = Mutex<[Request]>([])

  public var address: String { "http://127.0.0.1:\(port)" }
  public var requests: [Request] { seen.withLock { $0 } }

  public init(requests count: Int, answer: @escaping @Sendable (Int, Request) -> Answer) throws {
    socket = Foundation.socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafeMutableBytes(of: &place) { [socket] bytes -> CInt in
      guard let pointer = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else {
        return -1
      }
      guard bind(socket, pointer, length) == 0, listen(socket, 8) == 0 else { return -1 }
      return getsockname(socket, pointer, &length)
    }
    guard status == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
    port = UInt16(bigEndian: place.sin_port)
    let thread = Thread { [self] in
      for number in 0..<count {
        let connection = accept(socket, nil, nil)
        guard connection >= 0 else { return }
        let request = Self.read(connection)
        seen.withLock { $0.append(request) }
        let answer = answer(number, request)
        let lines =
          ["HTTP/1.1 \(answer.status) Said", "Content-Length: \(answer.body.utf8.count)"]
          + ["Connection: close", "", answer.body]
        let bytes = Array(lines.joined(separator: "\r\n").utf8)
        _ = bytes.withUnsafeBytes {
          send(connection, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
        }
        close(connection)
      }
    }
    thread.start()
  }

  deinit { close(socket) }

  private static func read(_ connection: CInt) -> Request {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    let end = Array("\r\n\r\n".utf8)
    while true {
      let count = recv(connection, &chunk, chunk.count, 0)
      if count <= 0 { break }
      bytes += chunk.prefix(count)
      guard let split = bytes.firstRange(of: end) else { continue }
      let head = String(decoding: bytes[..<split.lowerBound], as: UTF8.self)
      let field = "content-length:"
      let line = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix(field) }
      let length = line.flatMap { Int($0.dropFirst(field.count).drop { $0 == " " }) } ?? 0
      if bytes.count - split.upperBound >= length {
        return Request(
          head: head, body: String(decoding: bytes[split.upperBound...], as: UTF8.self))
      }
    }
    return Request(head: String(decoding: bytes, as: UTF8.self), body: "")
  }
}

internal import Foundation

/// One connection to a server, kept alive: a request, its answer, the next.
final class LoadClient {
  // A class, because it owns the connection.
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  struct Lost: Error {}

  init(port: Int) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var (yes, limit) = (Int32(1), timeval(tv_sec: 30, tv_usec: 0))
    setsockopt(
      descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    if connected != 0 { throw Lost() }
  }

  deinit { close(descriptor) }

  static func request(_ method: String, _ path: String, body: String = "") -> [UInt8] {
    var head = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    if !body.isEmpty {
      head += "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n"
    }
    return Array((head + "\r\n" + body).utf8)
  }

  /// - Returns: The status and the length of the body.
  func answer(to request: [UInt8]) throws -> (status: Int, bytes: Int) {
    var sent = 0
    while sent < request.count {
      let count = request[sent...].withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw Lost() }
      sent += count
    }
    while true {
      if let end = Self.headEnd(buffer) {
        let head = String(decoding: buffer[..<end], as: UTF8.self)
        let length =
          head.split(separator: "\r\n").first {
            $0.lowercased().hasPrefix("content-length:")
          }.flatMap { Int($0.split(separator: ":")[1].trimmingCharacters(in: .whitespaces)) } ?? 0
        let whole = end + 4 + length
        while buffer.count < whole { try receive() }
        buffer.removeFirst(whole)
        let status = head.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        return (status ?? 0, length)
      }
      try receive()
    }
  }

  private func receive() throws {
    var piece = [UInt8](repeating: 0, count: 1 << 14)
    let count = recv(descriptor, &piece, piece.count, 0)
    guard count > 0 else { throw Lost() }
    buffer += piece[..<count]
  }

  private static func headEnd(_ bytes: [UInt8]) -> Int? {
    guard bytes.count > 3 else { return nil }
    return (0..<bytes.count - 3).first {
      bytes[$0] == 13 && bytes[$0 + 1] == 10 && bytes[$0 + 2] == 13 && bytes[$0 + 3] == 10
    }
  }
}

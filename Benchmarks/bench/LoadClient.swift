internal import Foundation

/// One connection to a server, kept alive: a request, its answer, the next. It reads no more of an
/// answer than it must, because it shares the cores with the server that is measured.
final class LoadClient {
  // A class, because it owns the connection.
  private let descriptor: Int32
  /// What has arrived stands in the first `filled` bytes.
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var filled = 0

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
    var seen = 0
    while true {
      if let end = headEnd(from: max(0, seen - 3)) {
        let length = contentLength(before: end)
        let whole = end + 4 + length
        while filled < whole { try receive() }
        let status = buffer[9..<12].reduce(0) { $0 * 10 + Int($1) - 48 }
        // What came after it belongs to the next.
        buffer.withUnsafeMutableBytes { $0.copyBytes(from: $0[whole..<filled]) }
        filled -= whole
        return (status, length)
      }
      seen = filled
      try receive()
    }
  }

  private func receive() throws {
    if filled == buffer.count { buffer += [UInt8](repeating: 0, count: filled) }
    let count = buffer.withUnsafeMutableBytes {
      recv(descriptor, $0.baseAddress.map { $0 + filled }, $0.count - filled, 0)
    }
    guard count > 0 else { throw Lost() }
    filled += count
  }

  /// Where the empty line begins that ends the head.
  private func headEnd(from start: Int) -> Int? {
    buffer.withUnsafeBufferPointer { bytes in
      (start..<max(start, filled - 3)).first {
        bytes[$0] == 13 && bytes[$0 + 1] == 10 && bytes[$0 + 2] == 13 && bytes[$0 + 3] == 10
      }
    }
  }

  /// What the head says of the body, in bytes; 0 when it says nothing.
  private func contentLength(before end: Int) -> Int {
    buffer.withUnsafeBufferPointer { bytes in
      var line = 0
      while line < end {
        let next = (line..<end).first { bytes[$0] == 13 } ?? end
        // Letters of ASCII differ from their lower case in one bit.
        let isIt =
          next - line > Self.field.count
          && Self.field.indices.allSatisfy { bytes[line + $0] | 0x20 == Self.field[$0] | 0x20 }
        if isIt {
          return bytes[(line + Self.field.count)..<next].reduce(0) { sum, byte in
            (48...57).contains(byte) ? sum * 10 + Int(byte) - 48 : sum
          }
        }
        line = next + 2
      }
      return 0
    }
  }

  private static let field = Array("content-length:".utf8)
}

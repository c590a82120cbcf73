internal import ArgumentParser
internal import Foundation

/// A service in a process of its own, so that its cost can be told from its clients'.
final class ServedProgram {
  // A class, because it owns the process.
  let port: Int
  private let process = Process()

  init(_ program: String, memory: String) throws {
    port = try Self.freePort()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = [
      "serve", memory, "--port", "\(port)", "--log-level", "error", "--token-file",
      NSTemporaryDirectory() + "none.jsonl",
    ]
    try process.run()
    for _ in 0..<600 {
      if let client = try? LoadClient(port: port),
        let answer = try? client.answer(to: LoadClient.request("GET", "/healthz")),
        answer.status == 200
      {
        return
      }
      usleep(100_000)
    }
    throw ValidationError("\(program) serve does not answer")
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  private static func freePort() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let port = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { place -> UInt16 in
        guard bind(descriptor, place, length) == 0, getsockname(descriptor, place, &length) == 0
        else { return 0 }
        return UInt16(bigEndian: pointer.pointee.sin_port)
      }
    }
    guard port > 0 else { throw ValidationError("there is no free port") }
    return Int(port)
  }

  /// Sends a signal, and waits for the end.
  ///
  /// - Returns: The exit status, and how many seconds it took.
  func end(with signal: Int32) -> (status: Int32, seconds: Double) {
    let start = Date.now
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return (process.terminationStatus, Date.now.timeIntervalSince(start))
  }

  /// Seconds of processor time so far.
  var cpu: Double {
    let text =
      (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8))
    let fields = (text ?? "").split(separator: ")").last?.split(separator: " ") ?? []
    guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else {
      return 0
    }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// Megabytes resident now.
  var memory: Int {
    let text = try? String(
      contentsOfFile: "/proc/\(process.processIdentifier)/statm", encoding: .utf8)
    return (text ?? "").split(separator: " ").dropFirst().first.flatMap { Int($0) }
      .map { ($0 * Int(sysconf(Int32(_SC_PAGESIZE)))) >> 20 } ?? 0
  }
}

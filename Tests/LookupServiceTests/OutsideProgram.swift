import Foundation
import TestSupport

/// Runs programs without holding up a thread that the service needs to answer them.
enum OutsideProgram {
  struct Failed: Error {
    let program: String
    let status: Int32
  }

  /// - Returns: What it prints.
  @discardableResult static func run(
    _ program: String, _ arguments: [String], environment: [String: String]? = nil
  ) async throws -> String {
    let folder = try TemporaryFolder()
    let output = folder.url.appending(path: "output")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    if let environment { process.environment = environment }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in done.resume() }
      do { try process.run() } catch { done.resume(throwing: error) }
    }
    guard process.terminationStatus == 0 else {
      throw Failed(program: program, status: process.terminationStatus)
    }
    return try String(contentsOf: output, encoding: .utf8)
  }
}

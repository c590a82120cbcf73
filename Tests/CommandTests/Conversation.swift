import Foundation
import TestSupport

/// A command that stays in a pipe and answers line by line.
final class Conversation {
  // A class, because it owns a running process.
  private let process = Process()
  private let (stdin, stdout) = (Pipe(), Pipe())

  init(_ arguments: String...) throws {
    process.executableURL = CommandRun.program
    process.arguments = arguments
    process.standardInput = stdin
    process.standardOutput = stdout
    try process.run()
  }

  /// The line that answers a line.
  func ask(_ line: String) throws -> Data {
    try stdin.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
    var answer = Data()
    while answer.last != 0x0A {
      let piece = stdout.fileHandleForReading.availableData
      if piece.isEmpty { break }
      answer += piece
    }
    return answer
  }

  /// Ends the input.
  ///
  /// - Returns: The exit status.
  func end() -> Int32 {
    try? stdin.fileHandleForWriting.close()
    process.waitUntilExit()
    return process.terminationStatus
  }
}

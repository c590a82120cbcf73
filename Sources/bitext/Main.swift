internal import ArgumentParser
internal import BitextToolkit
internal import Foundation

@main
enum Main {
  static func main() async {
    let listeners = Interruption.watch()
    let status = await run()
    withExtendedLifetime(listeners) {}
    switch Console.flush() {
    case nil: exit(status)
    // Whoever closed the pipe has what they wanted.
    case EPIPE?: exit(0)
    case let code?:
      let cause = code == ENOSPC ? "the disk is full" : String(cString: strerror(code))
      Console.note(InputFault("standard output", cause, remedy: "Not all was written").description)
      exit(ExitStatus.unusable.rawValue)
    }
  }

  private static func run() async -> Int32 {
    do {
      var command = try BitextCommand.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return 0
    } catch {
      return status(of: error)
    }
  }

  /// Says what went wrong and picks the exit status: DESIGN's 0, 1, 2, 3 instead of sysexits'.
  private static func status(of error: any Error) -> Int32 {
    switch error {
    case let status as ExitStatus:
      return status.rawValue
    case let fault as InputFault:
      Console.note(fault.description)
      return ExitStatus.unusable.rawValue
    default:
      let code = BitextCommand.exitCode(for: error)
      let message = BitextCommand.fullMessage(for: error)
      if code.isSuccess {
        Console.print(message)
        return 0
      }
      if !message.isEmpty { Console.warn(inOurName(message)) }
      return ExitStatus.unusable.rawValue
    }
  }
}

extension Main {
  /// The argument parser's message, begun as all of the command's messages are.
  private static func inOurName(_ message: String) -> String {
    let prefix = "Error: "
    return message.hasPrefix(prefix) ? "bitext: " + message.dropFirst(prefix.count) : message
  }
}

/// How a run ended, for the shell. Zero, done or found, needs no saying.
enum ExitStatus: Int32, Error {
  /// It ran, and found nothing or problems.
  case nothingFound = 1
  /// Wrong usage or unreadable input.
  case unusable = 2
  /// Some records of a batch failed; the rest is written.
  case someFailed = 3
}

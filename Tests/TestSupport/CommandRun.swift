public import Foundation

/// A run of the built command, end to end: what it printed and how it ended.
public struct CommandRun: Sendable {
  public let output, errors: String
  public let status: Int32

  /// The command beside the tests' own program, which either runs or is named to what runs it.
  public static let program = CommandLine.arguments.lazy
    .map { URL(fileURLWithPath: $0).deletingLastPathComponent().appending(path: "bitext") }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }

  public struct NotBuilt: Error {}

  /// - Parameter data: Stands for `$XDG_DATA_HOME`, so that nobody's own memories are touched.
  public init(_ arguments: [String], input: String = "", data: String = "/nonexistent") throws {
    guard let program = Self.program else { throw NotBuilt() }
    try self.init(program: program, arguments, input: input, data: data)
  }

  /// Runs a script of Bash, in which `"$0" "$@"` is the command with its arguments.
  public init(shell script: String, _ arguments: [String], data: String = "/nonexistent") throws {
    guard let program = Self.program else { throw NotBuilt() }
    try self.init(
      program: URL(fileURLWithPath: "/bin/bash"), ["-c", script, program.path] + arguments,
      input: "", data: data)
  }

  private init(program: URL, _ arguments: [String], input: String, data: String) throws {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = [
      "XDG_DATA_HOME": data, "XDG_CACHE_HOME": data, "PATH": "/usr/bin:/bin", "TERM": "dumb",
    ]
    // Files, because a full pipe would stop the process while nobody reads it.
    let folder = try TemporaryFolder()
    let files = try ["in", "out", "err"].map { name in
      try Data(name == "in" ? input.utf8 : "".utf8).write(to: folder.url.appending(path: name))
      return try FileHandle(forUpdating: folder.url.appending(path: name))
    }
    process.standardInput = files[0]
    process.standardOutput = files[1]
    process.standardError = files[2]
    try process.run()
    process.waitUntilExit()
    output = try String(contentsOf: folder.url.appending(path: "out"), encoding: .utf8)
    errors = try String(contentsOf: folder.url.appending(path: "err"), encoding: .utf8)
    status = process.terminationStatus
  }

  /// The members of a JSON object printed on one line.
  public func json() throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
    return value as? [String: Any] ?? [:]
  }
}

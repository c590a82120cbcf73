internal import BitextToolkit
internal import Foundation
internal import Logging

/// Writes a JSON record a line to standard error. What people look up is in none of them: only routes'
/// patterns, numbers and names of tokens are logged.
struct RecordLogHandler: LogHandler {
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var members = metadata.merging(event.metadata ?? [:]) { $1 }.mapValues(\.description)
    members["time"] = Date.now.formatted(.iso8601.time(includingFractionalSeconds: true))
    members["level"] = event.level.rawValue
    members["message"] = event.message.description
    guard let line = try? JSONText.line(members) else { return }
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}

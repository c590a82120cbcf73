public import BitextToolkit
internal import Foundation

/// The settings of a service by name, from wherever they come: flags before the environment before a
/// file.
public enum ServiceConfiguration {
  /// A setting that has a name: what it means, and how its text becomes a value.
  struct Setting: Sendable {
    let name: String
    let apply: @Sendable (inout ServiceSettings, String) -> Bool

    init(_ name: String, _ apply: @escaping @Sendable (inout ServiceSettings, String) -> Bool) {
      (self.name, self.apply) = (name, apply)
    }

    static func text(
      _ name: String, _ path: any (WritableKeyPath<ServiceSettings, String> & Sendable)
    ) -> Setting {
      Setting(name) { settings, text in
        settings[keyPath: path] = text
        return !text.isEmpty
      }
    }

    static func optional(
      _ name: String, _ path: any (WritableKeyPath<ServiceSettings, String?> & Sendable)
    ) -> Setting {
      Setting(name) { settings, text in
        settings[keyPath: path] = text.isEmpty ? nil : text
        return true
      }
    }

    static func list(
      _ name: String, _ path: any (WritableKeyPath<ServiceSettings, [String]> & Sendable)
    ) -> Setting {
      Setting(name) { settings, text in
        settings[keyPath: path] = text.split { $0 == "," || $0.isWhitespace }.map(String.init)
        return true
      }
    }

    static func number(
      _ name: String, _ range: ClosedRange<Int>,
      _ path: any (WritableKeyPath<ServiceSettings, Int> & Sendable)
    ) -> Setting {
      Setting(name) { settings, text in
        guard let number = Int(text), range.contains(number) else { return false }
        settings[keyPath: path] = number
        return true
      }
    }
  }

  static let all: [Setting] = [
    .list("memories", \.memories),
    .text("host", \.host),
    .number("port", 0...65535, \.port),
    .list("host-names", \.hostNames),
    .optional("token-file", \.tokenFile),
    .optional("alignments", \.alignmentFolder),
    Setting("read-only") { settings, text in
      guard let value = ["true": true, "1": true, "false": false, "0": false][text] else {
        return false
      }
      settings.isReadOnly = value
      return true
    },
    Setting("log-level") { settings, text in
      settings.logLevel = text
      return ["trace", "debug", "info", "notice", "warning", "error", "critical"].contains(text)
    },
    .number("limit-body", 1...1 << 40, \.limits.body),
    .number("limit-upload", 1...1 << 50, \.limits.upload),
    .number("limit-query", 1...1 << 30, \.limits.query),
    .number("limit-batch", 1...1 << 30, \.limits.batch),
    .number("limit-document", 1...1 << 40, \.limits.document),
    .number("limit-results", 1...1 << 30, \.limits.results),
    .number("limit-waiting", 1...1 << 20, \.limits.waiting),
    .number("limit-rate", 0...1 << 30, \.limits.rate),
    .number("limit-seconds", 1...86_400, \.limits.seconds),
    .number("limit-long-seconds", 1...86_400, \.limits.longSeconds),
  ]

  /// - Parameters:
  ///   - flags: Names and texts, as the command line has them.
  ///   - file: A file with a line `name = value` a setting; a hash mark begins a comment. `nil` is none.
  /// - Throws: `InputFault` for a setting that there is not, or a value that it cannot have.
  public static func settings(
    flags: [(name: String, text: String)], environment: [String: String], file: String?,
    tool: String
  ) throws(InputFault) -> ServiceSettings {
    var settings = ServiceSettings(memories: [], tool: tool)
    settings.tokenFile = TokenFile.defaultPath
    settings.alignmentFolder = DataFolders.data + "/alignments"
    if let file {
      for (index, line) in try TextFile.read(file).split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline
      ).enumerated() {
        let bare = line[..<(line.firstIndex(of: "#") ?? line.endIndex)][...].trimmingWhiteSpace()
        if bare.isEmpty { continue }
        let sides = bare.split(separator: "=", maxSplits: 1)
        guard sides.count == 2 else {
          throw InputFault(file, line: index + 1, "no setting", remedy: "Write name = value")
        }
        var value = String(sides[1].trimmingWhiteSpace())
        if value.count > 1, value.hasPrefix("\""), value.hasSuffix("\"") {
          value = String(value.dropFirst().dropLast())
        }
        try apply(String(sides[0].trimmingWhiteSpace()), value, to: &settings, file, index + 1)
      }
    }
    for setting in all {
      let name = "BITEXT_" + setting.name.uppercased().replacing("-", with: "_")
      guard let value = environment[name] else { continue }
      try apply(setting.name, value, to: &settings, name, nil)
    }
    for (name, text) in flags { try apply(name, text, to: &settings, "--\(name)", nil) }
    return settings
  }

  private static func apply(
    _ name: String, _ text: String, to settings: inout ServiceSettings, _ place: String,
    _ line: Int?
  ) throws(InputFault) {
    guard let setting = all.first(where: { $0.name == name }) else {
      let names = all.map(\.name).joined(separator: ", ")
      throw InputFault(
        place, line: line, "there is no setting “\(name)”", remedy: "There are \(names)")
    }
    guard setting.apply(&settings, text) else {
      throw InputFault(
        place, line: line, "“\(text)” is no value for \(name)", remedy: "See docs/service.md")
    }
  }
}

internal import Foundation
public import TranslationMemory

/// What a person has settled about scores: `$XDG_CONFIG_HOME/bitext/config.toml`, or another file, and
/// the command line before it (docs/settings.md).
public struct Settings: Sendable, Hashable {
  public private(set) var penalties = Penalties.standard
  /// Points that matches of a memory lose, by the memory's name.
  public private(set) var memoryPenalties: [String: Int] = [:]
  public private(set) var weights = LeverageWeights()

  public init() {}

  /// Reads the file of that path; without one the user's own, which need not be there.
  ///
  /// - Throws: `InputFault` naming the line of what is no setting.
  public init(path: String? = nil) throws(InputFault) {
    let file = path ?? DataFolders.settings
    guard path != nil || FileManager.default.fileExists(atPath: file) else { return }
    for entry in try SettingsFile(try TextFile.read(file), path: file).entries {
      do {
        try set(entry.path, entry.value, place: file)
      } catch {
        throw InputFault(file, line: entry.line, error.cause, remedy: error.remedy)
      }
    }
  }

  /// Takes `claim=5` or `memory.old=10` of an option.
  public mutating func setPenalty(_ text: String) throws(InputFault) {
    try set("penalties", text, option: "--penalty", example: "numbers=2")
  }

  /// Takes `100=10` or `95-99=30` of an option.
  public mutating func setWeight(_ text: String) throws(InputFault) {
    try set("weights", text, option: "--weight", example: "95-99=30")
  }

  /// The penalties of a memory's matches.
  ///
  /// - Parameter memory: By name or path.
  public func penalties(of memory: String) -> Penalties {
    var own = penalties
    let name = Self.name(of: memory)
    if let points = memoryPenalties[name], points > 0 {
      own.memory = Penalty("memory \(name)", points: points)
    }
    return own
  }

  /// What people call a memory: its folder without `.bitext`.
  public static func name(of memory: String) -> String {
    let last = URL(fileURLWithPath: memory).lastPathComponent
    return last.hasSuffix(".bitext") ? String(last.dropLast(7)) : last
  }

  private mutating func set(
    _ table: String, _ text: String, option: String, example: String
  ) throws(InputFault) {
    let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2, let value = Int(sides[1][...].trimmingWhiteSpace()),
      let keys = SettingsFile.keys(sides[0])
    else { throw InputFault(option, "no such setting: \(text)", remedy: "Write it as \(example)") }
    try set([table] + keys, value, place: option)
  }

  private mutating func set(_ path: [String], _ value: Int, place: String) throws(InputFault) {
    guard (0...100).contains(value) else {
      throw InputFault(place, "\(path.last ?? ""): \(value) is not within 0 and 100")
    }
    switch (path.first, path.count) {
    case ("penalties", 2):
      guard let name = Penalties.Name(rawValue: path[1]) else {
        throw Self.unknown(
          "penalty", path[1], Penalties.Name.allCases.map(\.rawValue) + ["memory.NAME"], place)
      }
      penalties[name] = value
    case ("penalties", 3) where path[1] == "memory": memoryPenalties[path[2]] = value
    case ("weights", 2):
      guard let band = LeverageBand(rawValue: path[1]) else {
        throw Self.unknown("band", path[1], LeverageBand.allCases.map(\.rawValue), place)
      }
      weights[band] = value
    default:
      throw Self.unknown(
        "setting", path.joined(separator: "."), ["[penalties]", "[penalties.memory]", "[weights]"],
        place)
    }
  }

  private static func unknown(
    _ kind: String, _ name: String, _ known: [String], _ place: String
  ) -> InputFault {
    InputFault(
      place, "no \(kind) is called “\(name)”", remedy: "There are \(known.joined(separator: ", "))")
  }
}

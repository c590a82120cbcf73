internal import ArgumentParser
internal import BitextToolkit

/// The options that say what matches lose.
struct ScoringOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Points to take off, such as numbers=5 or, of a memory named old, memory.old=10: claim, \
      partial, unreviewed, foreign-variant, numbers, codes, memory.NAME. Repeatable.
      """, valueName: "name=points"))
  var penalty: [String] = []

  @Option(
    help: ArgumentHelp(
      "A file of settings. (default: $XDG_CONFIG_HOME/bitext/config.toml, if there is one)",
      valueName: "file"))
  var config: String?

  /// The file's settings, and the command line's before them.
  func settings(weights: [String] = []) throws -> Settings {
    var settings = try Settings(path: config)
    for text in penalty { try settings.setPenalty(text) }
    for text in weights { try settings.setWeight(text) }
    return settings
  }
}

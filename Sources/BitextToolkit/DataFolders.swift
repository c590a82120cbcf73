internal import Foundation

/// Where lexicons and memories live when nobody names a place (XDG Base Directory 0.8).
public enum DataFolders {
  /// `$XDG_DATA_HOME/bitext`, by default `~/.local/share/bitext`.
  public static var data: String {
    let environment = ProcessInfo.processInfo.environment
    if let root = environment["XDG_DATA_HOME"], root.hasPrefix("/") { return root + "/bitext" }
    return (environment["HOME"] ?? NSHomeDirectory()) + "/.local/share/bitext"
  }

  /// `$XDG_CACHE_HOME/bitext`, by default `~/.cache/bitext`: may be deleted at any time.
  public static var cache: String {
    let environment = ProcessInfo.processInfo.environment
    if let root = environment["XDG_CACHE_HOME"], root.hasPrefix("/") { return root + "/bitext" }
    return (environment["HOME"] ?? NSHomeDirectory()) + "/.cache/bitext"
  }

  /// `$XDG_CONFIG_HOME/bitext/config.toml`, by default in `~/.config`.
  public static var settings: String {
    let environment = ProcessInfo.processInfo.environment
    if let root = environment["XDG_CONFIG_HOME"], root.hasPrefix("/") {
      return root + "/bitext/config.toml"
    }
    return (environment["HOME"] ?? NSHomeDirectory()) + "/.config/bitext/config.toml"
  }

  public static var lexicons: String { data + "/lexicons" }
  /// Tables of lemmas, `<language>.tsv`, which compiling a lexicon reads.
  public static var lemmas: String { data + "/lemmas" }
  /// Tables of word frequencies, `<language>.tsv`, which compiling a lexicon reads.
  public static var frequencies: String { data + "/frequencies" }
  public static var memories: String { data + "/memories" }
  /// Sentence encoders, a folder each, as `make encoder` installs them.
  public static var encoders: String { data + "/encoders" }

  /// The folder of a memory: a bare name lives under `memories`, anything with a slash is a path.
  public static func memory(_ name: String) -> String {
    let path = name.contains("/") ? name : memories + "/" + name
    return path.hasSuffix(".bitext") || path.hasSuffix(".bitext/") ? path : path + ".bitext"
  }
}

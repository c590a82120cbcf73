/// The version that `--version`, alignment files and TMX headers carry.
enum Version {
  static let text = "0.1.0"
  static let tool = "bitext " + text
}

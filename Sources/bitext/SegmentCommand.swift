internal import ArgumentParser
internal import BitextToolkit

struct SegmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment", abstract: "Split a text into sentences.")

  @Option(help: "The text's language, such as de.")
  var lang: String

  @Argument(help: "A text in UTF-8; - is standard input.")
  var file: String

  func run() throws {
    guard let language = LanguageTag(lang) else {
      throw ValidationError("“\(lang)” is no language tag such as de or en-GB")
    }
    let document = try Segmenter(language: language).document(text: TextFile.read(file))
    for index in document.segments.indices {
      Console.print("\(index)\t\(document.trimmedText(of: index))")
    }
  }
}

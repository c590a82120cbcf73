internal import ArgumentParser
internal import BitextToolkit
internal import Foundation

/// The flag that says which sentence encoder to ask beside the lexicon.
struct EncoderOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      What to ask beside the lexicon, about reports of the same events and about translations \
      that it explains too little: e5, which make encoder installs, or the address of a server \
      that speaks OpenAI's /v1/embeddings, to which the sentences are then sent. (default: \
      $BITEXT_ENCODER, else e5 where it is installed)
      """, valueName: "none|e5|URL"))
  var encoder: String?

  /// `nil` for none.
  func open() throws -> (any SentenceEncoder)? {
    switch encoder ?? Self.preset {
    case "none": nil
    case let name?: try EncoderFolder.open(name)
    case nil: try EncoderFolder.installed()
    }
  }

  private static var preset: String? {
    ProcessInfo.processInfo.environment["BITEXT_ENCODER"].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Says which encoder took part, when the user has named none.
  func note(_ used: String?) {
    guard encoder == nil, let used else { return }
    Console.note("encoder \(used); without it: --encoder none")
  }
}

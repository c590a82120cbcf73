internal import ArgumentParser
internal import BitextToolkit
internal import Foundation

/// The flags that say what a person has decided, or will.
struct DecisionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Keep the links of a file: a ladder or a table of segment indexes, or an alignment file's \
      accepted and rejected links; none starts afresh. (default: the output, if it is an alignment \
      file with decisions)
      """, valueName: "file|none"))
  var anchors: String?

  @Option(
    help: ArgumentHelp(
      """
      Take all links from another aligner's ladder, Vecalign's or hunalign's, instead of aligning; \
      with --segmented, its numbers are those of the lines.
      """, valueName: "file"))
  var links: String?

  @Option(
    help: ArgumentHelp(
      "Decide the links of an alignment file one by one, the least certain first.",
      valueName: "file"))
  var review: String?

  @Option(help: ArgumentHelp("With --review: who decides, to be noted.", valueName: "name"))
  var by: String?

  @Option(
    help: ArgumentHelp(
      "With --review: when, to be noted; now is the time of the start.", valueName: "date|now"))
  var at: String?

  func validate() throws {
    if review == nil, by != nil || at != nil {
      throw ValidationError("--by and --at belong to --review")
    }
    if links != nil, anchors != nil || review != nil {
      throw ValidationError(
        "--links takes all links from its file: leave --anchors and --review out")
    }
  }

  /// Who decides and when, as far as the person wants it said.
  var decision: Bead.Decision? {
    guard by != nil || at != nil else { return nil }
    return Bead.Decision(by: by, at: at == "now" ? Date.now.formatted(.iso8601) : at)
  }

  /// Where the decisions are that the alignment keeps.
  ///
  /// - Parameter output: The alignment file that is to be written; `nil` when none is.
  func file(replacing output: String?) throws(InputFault) -> AnchorFile? {
    if anchors == "none" { return nil }
    if let anchors { return try AnchorFile(anchors) }
    return try output.flatMap { output throws(InputFault) in try AnchorFile.decided(at: output) }
  }
}

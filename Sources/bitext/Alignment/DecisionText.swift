internal import BitextToolkit

/// What became of a person's decisions, for the person.
struct DecisionText {
  let kept: KeptDecisions

  private static let shown = 20
  private static let textWidth = 32

  init(_ kept: KeptDecisions) {
    self.kept = kept
  }

  var lines: [String] {
    let (accepted, rejected) = (kept.decisions.accepted.count, kept.decisions.rejected.count)
    var lines = [
      "kept of \(kept.origin): \(accepted) accepted, \(rejected) rejected"
        + (kept.lost.isEmpty ? "" : "; \(kept.lost.count) could not be kept:")
    ]
    lines += kept.lost.prefix(Self.shown).map(Self.line)
    if kept.lost.count > Self.shown {
      lines.append(
        "and \(kept.lost.count - Self.shown) more, in the alignment file's “lost” records")
    }
    return lines
  }

  func note() {
    for line in lines { Console.note(line) }
  }

  /// `accepted “Ja.” = “Yes.”: it now crosses another`.
  static func line(_ lost: LostDecision) -> String {
    let texts = [lost.source, lost.target].map {
      "“\(TextWrapping.truncated($0.joined(separator: " "), width: textWidth))”"
    }
    let verb = lost.status == .accepted ? "accepted" : "rejected"
    return "\(verb) \(texts.joined(separator: " = ")): \(lost.reason)"
  }
}

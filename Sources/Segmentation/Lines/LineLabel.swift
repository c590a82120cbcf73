internal import BitextModel

/// The kind of a line, with the name of the rule that said so.
struct LineLabel: Sendable, Hashable {
  let kind: Segment.Kind
  let reason: String?

  /// Whether the line is one segment, whatever full stops are in it: `© Example, Inc. All rights
  /// reserved.` Furniture that is written in sentences stays in sentences.
  var isOneSegment: Bool {
    kind == .boilerplate && !FurniturePhrases.proseRules.contains(reason ?? "")
  }

  static let sentence = LineLabel(kind: .sentence, reason: nil)
  static func boilerplate(_ rule: String) -> LineLabel {
    LineLabel(kind: .boilerplate, reason: rule)
  }
  static func heading(_ rule: String) -> LineLabel { LineLabel(kind: .heading, reason: rule) }
}

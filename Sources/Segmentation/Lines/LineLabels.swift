internal import BitextModel

/// The kind of each line of a text, with the name of the rule that said so.
struct LineLabels {
  struct Label: Sendable, Hashable {
    let kind: Segment.Kind
    let reason: String?

    /// Whether the line is one segment, whatever full stops are in it: `© Example, Inc. All rights
    /// reserved.` Furniture that is written in sentences stays in sentences.
    var isOneSegment: Bool {
      kind == .boilerplate && !FurniturePhrases.proseRules.contains(reason ?? "")
    }

    static let sentence = Label(kind: .sentence, reason: nil)
    static func boilerplate(_ rule: String) -> Label { Label(kind: .boilerplate, reason: rule) }
    static func heading(_ rule: String) -> Label { Label(kind: .heading, reason: rule) }
  }

  let labels: [Label]

  init(text: UTF8Text, lines: [LineLayout.Line], rules: LanguageRules) {
    let shapes = lines.map { LineShape($0, in: text) }
    let furniture = Furniture(text: text, rules: rules, hasProse: shapes.contains(where: \.isProse))
    var labels = furniture.labels(of: shapes)
    Headings(text: text).label(shapes, in: &labels)
    self.labels = labels
  }
}

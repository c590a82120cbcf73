internal import BitextModel

/// The kind of each line of a text, with the name of the rule that said so.
struct LineLabels {
  struct Label: Sendable, Hashable {
    let kind: Segment.Kind
    let reason: String?
    static let sentence = Label(kind: .sentence, reason: nil)
  }

  let labels: [Label]

  init(text: UTF8Text, lines: [LineLayout.Line], rules: LanguageRules) {
    labels = lines.map { _ in .sentence }
  }
}

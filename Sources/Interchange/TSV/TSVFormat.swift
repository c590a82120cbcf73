internal import BitextModel

extension UnitFormat {
  /// A source text and its translation a line, between them a tab; no quoting, no header.
  public static let tsv = UnitFormat(
    "tsv", title: "tab-separated values", endings: ["tsv", "tab"], needsLanguages: true,
    isBilingual: true, fidelity: .lines,
    open: { input in
      let languages = try input.pair()
      var lines = try FileLines(input)
      return SteppedReader(isStrict: input.isStrict) {
        while let line = try lines.next() {
          if line.isEmpty { continue }
          let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
          guard fields.count >= 2 else {
            throw FileFault(
              line: lines.number, "no tab between a text and its translation",
              remedy: "Write a pair a line: source, tab, target")
          }
          return .unit(
            TranslationUnit(
              [(languages.source, String(fields[0])), (languages.target, String(fields[1]))],
              link: TranslationUnit.Link(fields.dropFirst(2).map(String.init))))
        }
        return nil
      }
    },
    create: { output in
      let languages = try output.pair()
      let write = try output.text()
      return SteppedWriter { unit in
        guard let pair = unit.pair(languages.source, languages.target) else { return }
        let link = unit.link.map { [$0.relation.rawValue, $0.strength.rawValue] } ?? []
        let texts = [pair.source, pair.target].map { OneLine.text($0.content.text) }
        try write((texts + link).joined(separator: "\t") + "\n")
      }
    })
}

/// Lines of a text, whatever ends them.
struct TextLines {
  private let text: String
  private var place: String.Index
  /// Of the line given last, from 1.
  private(set) var number = 0

  init(_ text: String) {
    self.text = text
    place = text.startIndex
  }

  mutating func next() -> String? {
    guard place < text.endIndex else { return nil }
    let end = text.utf8[place...].firstIndex(of: 0x0A) ?? text.endIndex
    var line = text[place..<end]
    if line.utf8.last == 0x0D { line = text[place..<text.utf8.index(before: end)] }
    place = end < text.endIndex ? text.utf8.index(after: end) : end
    number += 1
    return String(line)
  }
}

/// Text for formats that have a line for it.
enum OneLine {
  static func text(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar {
          case "\t", "\n"..."\r", "\u{85}", "\u{2028}", "\u{2029}": " "
          default: scalar
          }
        }))
  }
}

extension TranslationUnit {
  /// A unit of plain texts.
  init(_ texts: [(language: LanguageTag, text: String)], link: Link? = nil) {
    self.init(
      variants: texts.map { Variant(language: $0.language, content: SegmentContent($0.text)) },
      link: link)
  }
}

extension TranslationUnit.Link {
  /// Of columns that hold a relation and a strength; `nil` where they do not.
  init?(_ columns: [String]) {
    guard let relation = columns.compactMap(Bead.Relation.init).first else { return nil }
    self.init(
      relation: relation, strength: columns.compactMap(Bead.Strength.init).first ?? .full,
      confidence: columns.compactMap(Double.init).first.flatMap { (0...1).contains($0) ? $0 : nil },
      status: .proposed, tool: nil)
  }
}

internal import BitextModel

/// Tab-separated values: a linked pair a line, for spreadsheets and `cut`.
public enum TSV {
  /// Source text, target text, confidence, relation and strength of every link, in the order of the
  /// links. Tabs and line ends within a text become spaces; there is no quoting and no header.
  public static func lines(of file: AlignmentFile) -> some Sequence<String> {
    file.alignment.links.lazy.map { bead in
      [
        field(file.source.text(of: bead.source)), field(file.target.text(of: bead.target)),
        Decimal.text(bead.confidence), bead.relation.rawValue, bead.strength.rawValue,
      ].joined(separator: "\t")
    }
  }

  private static func field(_ text: String) -> String {
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

internal import BitextModel

/// Tab-separated values: a linked pair a line, for spreadsheets and `cut`.
public enum TSV {
  /// Source text, target text, confidence, relation and strength of every link, in the order of the
  /// links. Tabs and line ends within a text become spaces; there is no quoting and no header.
  public static func lines(of file: AlignmentFile) -> some Sequence<String> {
    file.alignment.links.lazy.map { bead in
      [
        OneLine.text(file.source.text(of: bead.source)),
        OneLine.text(file.target.text(of: bead.target)),
        Decimal.text(bead.confidence), bead.relation.rawValue, bead.strength.rawValue,
      ].joined(separator: "\t")
    }
  }
}

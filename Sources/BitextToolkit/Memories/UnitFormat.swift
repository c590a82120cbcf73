/// The formats in which units come and go.
public enum UnitFormat: String, Sendable, Hashable, CaseIterable {
  case tmx
  /// An alignment file, as `bitext align --format jsonl` writes it.
  case jsonl
  /// A source text and its translation a line, between them a tab.
  case tsv

  /// The format that a file's name announces.
  public init?(fileName: String) {
    let ending = fileName.lowercased().split(separator: ".").last.map(String.init) ?? ""
    switch ending {
    case "tmx": self = .tmx
    case "jsonl", "align", "ndjson": self = .jsonl
    case "tsv": self = .tsv
    default: return nil
    }
  }

  /// The format that begins so.
  init?(beginning bytes: some Sequence<UInt8>) {
    // A byte-order mark and white space may come first.
    let first = bytes.first {
      !([0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D] as [UInt8]).contains($0)
    }
    switch first {
    case UInt8(ascii: "<"), 0xFE, 0xFF: self = .tmx
    case UInt8(ascii: "{"): self = .jsonl
    default: return nil
    }
  }
}

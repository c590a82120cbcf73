internal import BitextModel
internal import Foundation
internal import SQLiteMemory

/// Writes each unit with all that is known of it as a JSON object on a line (docs/memory.md).
struct UnitLines: UnitSink {
  private struct Line: Encodable {
    let record: UnitRecord

    enum CodingKeys: CodingKey { case v, type }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(1, forKey: .v)
      try container.encode("unit", forKey: .type)
      try record.encode(to: encoder)
    }
  }

  private let output: TextOutput
  private let encoder = JSONEncoder()

  init(_ output: TextOutput) {
    self.output = output
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  func write(_ unit: TranslationUnit) throws {
    let line = try encoder.encode(Line(record: UnitRecord(unit)))
    try output.write(String(decoding: line, as: UTF8.self) + "\n")
  }

  func finish() throws { try output.flush() }
}

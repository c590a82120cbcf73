internal import BitextModel
internal import Foundation

extension UnitFormat {
  /// The project's own records, one a line: units, or the header, segments and links of an alignment.
  public static let jsonl = UnitFormat(
    "jsonl", title: "lines of JSON", endings: ["jsonl", "ndjson", "align"], fidelity: .whole,
    begins: { $0.hasPrefix("{") },
    open: { input in
      let text = try input.text()
      let first = text.prefix { $0 != "\n" }
      guard
        (try? UnitLine.decoder.decode(UnitLine.Kind.self, from: Data(first.utf8)))?.type == "unit"
      else { return try SteppedReader(alignment: text, isStrict: input.isStrict) }
      var lines = TextLines(text)
      return SteppedReader(isStrict: input.isStrict) {
        while let line = lines.next() {
          if line.allSatisfy(\.isWhitespace) { continue }
          do {
            return .unit(
              try UnitLine.decoder.decode(UnitLine.self, from: Data(line.utf8)).record.unit)
          } catch {
            return .remark(
              FileRemark(
                .skipped, line: lines.number, "no record of a unit (\(UnitLine.cause(error)))",
                remedy: "docs/memory.md shows what a record holds"))
          }
        }
        return nil
      }
    },
    create: { output in
      let write = try output.text()
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return SteppedWriter { unit in
        let line = try encoder.encode(UnitLine(record: UnitRecord(unit)))
        try write(String(decoding: line, as: UTF8.self) + "\n")
      }
    })
}

extension SteppedReader {
  /// The units that the links of an alignment make.
  fileprivate convenience init(alignment text: String, isStrict: Bool) throws {
    do throws(AlignmentFile.ParseError) {
      let units = try AlignmentFile(text: text).unitsInContext
      self.init(isStrict: isStrict, units.map { .unit($0) })
    } catch {
      throw FileFault(
        line: error.line, error.cause,
        remedy: "An alignment file comes from: bitext align --format jsonl")
    }
  }
}

/// A unit with all that is known of it as a JSON object (docs/memory.md).
private struct UnitLine: Codable {
  let record: UnitRecord

  struct Kind: Decodable { let type: String }

  enum CodingKeys: CodingKey { case v, type }

  static let decoder = JSONDecoder()

  init(record: UnitRecord) {
    self.record = record
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard try container.decode(Int.self, forKey: .v) == 1 else {
      throw DecodingError.dataCorruptedError(
        forKey: .v, in: container, debugDescription: "not version 1")
    }
    record = try UnitRecord(from: decoder)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(1, forKey: .v)
    try container.encode("unit", forKey: .type)
    try record.encode(to: encoder)
  }

  static func cause(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "“\(key.stringValue)” is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
      DecodingError.dataCorrupted(let context):
      context.codingPath.map(\.stringValue).joined(separator: ".")
        + (context.codingPath.isEmpty ? "" : ": ") + context.debugDescription
    default: "\(error)"
    }
  }
}

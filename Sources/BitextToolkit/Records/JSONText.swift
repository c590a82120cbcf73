internal import BitextModel
internal import Foundation

/// Encodes records as the contracts want them: stable key order, no escaped slashes, one line.
public enum JSONText {
  public static func line(_ value: some Encodable) throws -> String {
    String(decoding: try bytes(value), as: UTF8.self)
  }

  /// The same as bytes of UTF-8.
  public static func bytes(_ value: some Encodable) throws -> [UInt8] {
    if let value = value as? any JSONWritable { return JSONWriter.bytes(value) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(value))
  }
}

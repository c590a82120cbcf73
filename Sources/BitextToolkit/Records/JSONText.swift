internal import Foundation

/// Encodes records as the contracts want them: stable key order, no escaped slashes, one line.
public enum JSONText {
  public static func line(_ value: some Encodable) throws -> String {
    String(decoding: try data(value), as: UTF8.self)
  }

  /// The same as bytes of UTF-8.
  public static func bytes(_ value: some Encodable) throws -> [UInt8] {
    [UInt8](try data(value))
  }

  private static func data(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
  }
}

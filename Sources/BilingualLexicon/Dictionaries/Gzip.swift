internal import CZlib

/// Unpacks gzip (RFC 1952): dictd's dictionaries and texts that people have compressed.
public enum Gzip {
  /// Whether the bytes begin as gzip does.
  public static func isPacked(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// The content; `nil` when the bytes are no gzip, damaged or cut off.
  public static func unpacked(_ bytes: [UInt8]) -> [UInt8]? {
    var capacity = bytes.count * 6 + 1024
    while true {
      var length: Int64 = 0
      let content = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        length = czlib_gunzip(bytes, Int64(bytes.count), buffer.baseAddress, Int64(capacity))
        count = max(0, min(Int(length), capacity))
      }
      if length < 0 { return nil }
      if length <= capacity { return content }
      capacity = Int(length)
    }
  }
}

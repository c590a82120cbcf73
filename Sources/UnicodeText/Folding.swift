internal import CICU

/// Forms of a text in which what differs only in spelling is equal.
public enum Folding {
  /// Unicode's NFKC_Casefold: case, width and compatibility forms are gone, accents stay.
  public static func caseFolded(_ text: String) -> String {
    if let folded = asciiLowercased(text) { return folded }
    return transformed(text, cicu_casefold)
  }

  /// The composed form (NFC): canonically equal texts become equal bytes.
  public static func composed(_ text: String) -> String {
    transformed(text, cicu_compose)
  }

  private static func asciiLowercased(_ text: String) -> String? {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    return String(
      unsafeUninitializedCapacity: text.utf8.count
    ) { buffer in
      var count = 0
      for byte in text.utf8 {
        buffer[count] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        count += 1
      }
      return count
    }
  }

  /// Texts that ICU cannot transform, those of 2 GiB and more, come back as they are.
  private static func transformed(
    _ text: String,
    _ transform: (UnsafePointer<CChar>, Int32, UnsafeMutablePointer<CChar>?, Int64) -> Int64
  ) -> String {
    var text = text
    return text.withUTF8 { utf8 in
      guard let base = utf8.baseAddress, let count = Int32(exactly: utf8.count) else { return nil }
      return fill(capacity: utf8.count + utf8.count / 2 + 16) { out, capacity in
        UnsafeRawPointer(base).withMemoryRebound(to: CChar.self, capacity: utf8.count) {
          transform($0, count, out, capacity)
        }
      }
    } ?? text
  }
}

/// Lets a C function fill a buffer that grows once to the length it asks for; `nil` when it fails.
func fill(
  capacity: Int, _ body: (UnsafeMutablePointer<CChar>?, Int64) -> Int64
) -> String? {
  var needed = capacity
  for _ in 0..<2 {
    var length = 0
    let result = String(unsafeUninitializedCapacity: needed) { buffer in
      length = buffer.withMemoryRebound(to: CChar.self) {
        Int(body($0.baseAddress, Int64(needed)))
      }
      return max(0, min(length, needed))
    }
    if length < 0 { return nil }
    if length <= needed { return result }
    needed = length
  }
  return nil
}

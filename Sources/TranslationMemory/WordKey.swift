/// A number that stands for a case-folded word or number: equal words have equal keys.
///
/// 31 bits of a hash (FNV-1a of 64 bits, Fowler, Noll & Vo, folded by exclusive or) above a bit that
/// says whether it is a number. Different words share a key about once in 2³¹ pairs, so what keys
/// find is compared again as text before anybody sees it. Stored on disk: its definition is part of
/// the format of a memory.
public struct WordKey: RawRepresentable, Sendable, Hashable, BitwiseCopyable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// - Parameter folded: A token after `Folding.caseFolded`.
  public init(folded: String, isNumber: Bool) {
    let hash = FNV.hash(folded)
    let bits = UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    rawValue = bits & ~1 | (isNumber ? 1 : 0)
  }

  public var isNumber: Bool { rawValue & 1 == 1 }

  /// What stands for any number where numbers do not count.
  static let anyNumber = WordKey(rawValue: 1)

  /// The key with every number made alike.
  var masked: WordKey { isNumber ? .anyNumber : self }
}

/// The 64-bit FNV-1a hash: the same on every machine, unlike `Hasher`.
public enum FNV {
  public static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of the text's UTF-8.
  public static func hash(_ text: String, from start: UInt64 = start) -> UInt64 {
    var text = text
    return text.withUTF8 { utf8 in
      var hash = start
      for byte in utf8 { hash = mixed(hash, byte) }
      return hash
    }
  }

  /// The hash of four bytes, the lowest first.
  static func hash(_ value: UInt32, from start: UInt64) -> UInt64 {
    (0..<4).reduce(start) { mixed($0, UInt8(truncatingIfNeeded: value >> ($1 * 8))) }
  }

  private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}

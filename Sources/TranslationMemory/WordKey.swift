/// A number that stands for a case-folded word or number: equal words have equal keys.
///
/// 63 bits of a hash (FNV-1a, Fowler, Noll & Vo) above a bit that says whether it is a number. Two
/// of three million different words share a key with a chance of one in two million; what keys find
/// is compared again as text before anybody sees it. Stored on disk: its definition is part of the
/// format of a memory.
public struct WordKey: RawRepresentable, Sendable, Hashable, BitwiseCopyable {
  public let rawValue: UInt64

  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// - Parameter folded: A token after `Folding.caseFolded`.
  public init(folded: String, isNumber: Bool) {
    rawValue = FNV.hash(folded) & ~1 | (isNumber ? 1 : 0)
  }

  public var isNumber: Bool { rawValue & 1 == 1 }

  /// What stands for any number where numbers do not count.
  static let anyNumber = WordKey(rawValue: 1)

  /// The key with every number made alike.
  var masked: WordKey { isNumber ? .anyNumber : self }

  /// One of 64 bits, by which a text says in one machine word what it may contain.
  var signatureBit: UInt64 { 1 << ((rawValue &* 0x9E37_79B9_7F4A_7C15) >> 58) }
}

/// The 64-bit FNV-1a hash: the same on every machine, unlike `Hasher`.
public enum FNV {
  public static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of the text's UTF-8.
  public static func hash(_ text: String, from start: UInt64 = start) -> UInt64 {
    var text = text
    return text.withUTF8 { utf8 in
      var hash = start
      for byte in utf8 { hash = (hash ^ UInt64(byte)) &* prime }
      return hash
    }
  }

  /// The hash of a number, taken whole.
  static func hash(_ value: UInt64, from start: UInt64) -> UInt64 {
    let mixed = (start ^ value) &* prime
    return mixed ^ (mixed >> 32)
  }

  private static let prime: UInt64 = 0x100_0000_01B3
}

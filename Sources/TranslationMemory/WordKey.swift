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
    let hash = FNV.hash(folded.utf8)
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

  public static func hash(_ bytes: some Sequence<UInt8>, from start: UInt64 = start) -> UInt64 {
    bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}

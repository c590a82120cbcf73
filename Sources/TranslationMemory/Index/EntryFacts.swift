internal import BitextModel
internal import UnicodeText

/// What an index keeps of a text beside its words: hashes from which the similarity of a text with
/// the same words, and its score, are bounded from above without reading it.
///
/// Different hashes mean different things; equal ones may still differ. 20 bytes, laid out as
/// declared: part of the format of a segment.
struct EntryFacts: BitwiseCopyable, Sendable {
  /// Of the text and its codes.
  var content: UInt32
  /// Of the numbers, in whatever order.
  var numbers: UInt16
  /// Of the words as written, of the punctuation, and of the inline codes.
  var casing, marks, codes: UInt8
  var spare: UInt8 = 0
  /// Zero-based index of the variant in its unit.
  var position: UInt16 = 0
  /// Which of the segment's shapes the unit has.
  var shape: UInt16 = 0
  /// Of the neighbouring texts; 0 when not known.
  var previous: UInt16 = 0
  var next: UInt16 = 0
  var unused: UInt16 = 0

  init(_ text: ComparedText) {
    content = UInt32(truncatingIfNeeded: Self.folded(Self.hash(of: text.content)))
    var numbers: UInt64 = 0
    var casing = FNV.start
    var marks = FNV.start
    var words = 0
    for token in text.tokens {
      switch token.kind {
      case .punctuation:
        marks = Self.hash(text.text(of: token), from: FNV.hash(UInt64(words), from: marks))
      case .number: words += 1
      case .word:
        casing = Self.hash(text.text(of: token), from: casing) &+ 1
        words += 1
      }
    }
    for key in text.keys where key.isNumber { numbers &+= key.rawValue &* 0x9E37_79B9_7F4A_7C15 }
    self.numbers = UInt16(truncatingIfNeeded: Self.folded(numbers))
    self.casing = UInt8(truncatingIfNeeded: Self.folded(casing))
    self.marks = UInt8(truncatingIfNeeded: Self.folded(marks))
    var codes = FNV.start
    for case .code(let code) in text.content.parts { codes = Self.hash(of: code, from: codes) }
    self.codes = UInt8(truncatingIfNeeded: Self.folded(codes))
  }

  /// The hash of a neighbour's text, never 0; 0 when it is not known.
  static func neighbour(_ text: String?) -> UInt16 {
    guard let text else { return 0 }
    let hash = UInt16(truncatingIfNeeded: folded(Self.hash(text[...], from: FNV.start)))
    return hash == 0 ? 1 : hash
  }

  /// Whether the neighbours may be the query's, as `UnitContext.agrees` has it.
  func mayAgree(previous asked: UInt16, next following: UInt16) -> Bool {
    let before = previous != 0 && asked != 0
    let after = next != 0 && following != 0
    return (before || after) && (!before || previous == asked) && (!after || next == following)
  }

  private static func folded(_ hash: UInt64) -> UInt64 {
    let half = hash ^ (hash >> 32)
    return half ^ (half >> 16) ^ (half >> 24)
  }

  /// Of the composed form, so that canonically equal texts have equal hashes.
  private static func hash(_ text: Substring, from start: UInt64) -> UInt64 {
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    return FNV.hash(isASCII ? String(text) : Folding.composed(String(text)), from: start)
  }

  private static func hash(of content: SegmentContent, from start: UInt64 = FNV.start) -> UInt64 {
    content.parts.reduce(start) { hash, part in
      switch part {
      case .text(let text): Self.hash(text[...], from: hash)
      case .code(let code): Self.hash(of: code, from: hash)
      }
    }
  }

  private static func hash(of code: InlineCode, from start: UInt64) -> UInt64 {
    var hash = FNV.hash(code.kind.rawValue, from: start &+ 1)
    for attribute in code.attributes {
      hash = Self.hash(attribute.name[...], from: hash)
      hash = Self.hash(attribute.value[...], from: hash)
    }
    return Self.hash(of: code.content, from: hash)
  }
}

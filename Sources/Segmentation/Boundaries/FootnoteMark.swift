/// Marks of notes that stand behind the period of the sentence they belong to.
enum FootnoteMark {
  /// The byte after `[12]`, `[3, 4]`, `[a]` or `[note 1]` at an offset; `nil` when there is none.
  static func end(in text: UTF8Text, at offset: Int) -> Int? {
    guard text.byte(offset) == UInt8(ascii: "[") else { return nil }
    var (position, digits, letters) = (offset + 1, 0, 0)
    while position - offset <= 12 {
      switch text.byte(position) {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        letters += 1
      case UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: "."): break
      case UInt8(ascii: "]"): return digits > 0 || letters == 1 ? position + 1 : nil
      default: return nil
      }
      position += 1
    }
    return nil
  }

  /// The byte after a bracketed number or elision (`[17]`, `[...]`, `(…)`) that stands behind the space
  /// after a sentence and belongs to it; `nil` when there is none.
  static func endOfDetached(in text: UTF8Text, at offset: Int) -> Int? {
    let opener = text.byte(offset)
    guard opener == UInt8(ascii: "[") || opener == UInt8(ascii: "(") else { return nil }
    let dots = text.skip(.init(.period), from: offset + 1, to: text.count)
    if dots > offset + 1, text.characterClass(at: dots) == .closeBracket { return dots + 1 }
    let digits = text.skip(.digits, from: offset + 1, to: text.count)
    guard opener == UInt8(ascii: "["), digits > offset + 1, digits - offset <= 4 else { return nil }
    return text.byte(digits) == UInt8(ascii: "]") ? digits + 1 : nil
  }

  static func isSuperscript(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xB9, 0xB2, 0xB3, 0x2070...0x2079: true
    default: false
    }
  }

  /// The byte after numbers of one to three digits right behind the period of an ordinary word or a
  /// bracket, with white space after it, as copied from a page whose superscripts are lost: `since then.12 The`.
  static func endOfBareNumber(in text: UTF8Text, at offset: Int) -> Int? {
    let word = text.skipBack(.letters, from: offset - 1, to: max(0, offset - 64))
    let left = text.characterClass(before: offset - 1)
    guard left == .closeBracket || left == .lower && offset - 1 - word >= 4 else { return nil }
    var number = offset
    // Several notes stand apart: `11 12 Take`.
    for _ in 0..<3 {
      let end = text.skip(.digits, from: number, to: text.count)
      guard (1...3).contains(end - number), text.gap.contains(text.characterClass(at: end)) else {
        return nil
      }
      number = text.skip(text.gap, from: end, to: text.count)
      if text.characterClass(at: number) == .upper { return end }
    }
    return nil
  }
}

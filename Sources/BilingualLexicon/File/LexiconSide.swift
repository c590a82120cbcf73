/// One language's arrays in a lexicon file. The pointers live as long as the `MappedFile` that the
/// `Lexicon` beside them holds, and are only read: hence `@unchecked Sendable`.
struct LexiconSide: @unchecked Sendable {
  let termCount, entryCount: Int
  private let text, textOffsets, counts, slots: UnsafeRawBufferPointer
  private let entryOffsets, entryTerms, entryWeights, entryOrigins: UnsafeRawBufferPointer
  private let baseOffsets, baseTerms: UnsafeRawBufferPointer

  /// `nil` when a section runs past the file or the sections do not fit one another.
  init?(_ file: UnsafeRawBufferPointer, side: Lexicon.Side) {
    let sections: [UnsafeRawBufferPointer?] = LexiconLayout.Section.allCases.map { section in
      let row = side.rawValue * LexiconLayout.Section.allCases.count + section.rawValue
      let place = LexiconLayout.headLength + row * 16
      let offset = Int(
        clamping: file.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian)
      let count = Int(
        clamping: file.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self).littleEndian)
      let (length, overflow) = count.multipliedReportingOverflow(by: section.elementSize)
      guard !overflow, offset <= file.count, length <= file.count - offset else { return nil }
      return UnsafeRawBufferPointer(rebasing: file[offset..<offset + length])
    }
    guard sections.allSatisfy({ $0 != nil }) else { return nil }
    let found = sections.compactMap(\.self)
    (text, textOffsets, counts, slots) = (found[0], found[1], found[2], found[3])
    (entryOffsets, entryTerms, entryWeights) = (found[4], found[5], found[6])
    (entryOrigins, baseOffsets, baseTerms) = (found[7], found[8], found[9])
    termCount = counts.count / 4
    entryCount = entryWeights.count
    let slotCount = slots.count / 4
    guard textOffsets.count / 4 == termCount + 1, entryOffsets.count / 4 == termCount + 1,
      baseOffsets.count / 4 == termCount + 1, entryTerms.count / 4 == entryCount,
      entryOrigins.count == entryCount,
      slotCount > termCount, slotCount & (slotCount - 1) == 0
    else { return nil }
  }

  func term(_ utf8: UnsafeRawBufferPointer) -> Lexicon.Term? {
    let mask = slots.count / 4 - 1
    var slot = Int(truncatingIfNeeded: LexiconLayout.hash(utf8)) & mask
    while true {
      let term = number(slots, slot)
      if term == LexiconLayout.emptySlot { return nil }
      let stored = bytes(of: term)
      if stored.count == utf8.count, stored.elementsEqual(utf8) { return term }
      slot = (slot + 1) & mask
    }
  }

  func text(of term: Lexicon.Term) -> String {
    String(decoding: bytes(of: term), as: UTF8.self)
  }

  func count(of term: Lexicon.Term) -> Int { Int(number(counts, Int(term))) }

  func hasTranslations(_ term: Lexicon.Term) -> Bool { !range(entryOffsets, term).isEmpty }

  func translations(of term: Lexicon.Term) -> [Lexicon.Translation] {
    range(entryOffsets, term).map {
      Lexicon.Translation(
        term: number(entryTerms, $0), probability: Double(entryWeights[$0]) / 255,
        originMask: entryOrigins[$0])
    }
  }

  /// Whether the side knows base forms of any term.
  var hasBaseForms: Bool { !baseTerms.isEmpty }

  func baseForms(of term: Lexicon.Term) -> [Lexicon.Term] {
    range(baseOffsets, term).map { number(baseTerms, $0) }
  }

  private func bytes(of term: Lexicon.Term) -> UnsafeRawBufferPointer {
    let range = range(textOffsets, term)
    return UnsafeRawBufferPointer(rebasing: text[range])
  }

  private func range(_ offsets: UnsafeRawBufferPointer, _ term: Lexicon.Term) -> Range<Int> {
    Int(number(offsets, Int(term)))..<Int(number(offsets, Int(term) + 1))
  }

  private func number(_ section: UnsafeRawBufferPointer, _ index: Int) -> UInt32 {
    UInt32(littleEndian: section.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self))
  }
}

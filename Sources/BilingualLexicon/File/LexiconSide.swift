/// One language's arrays in a lexicon file. The pointers live as long as the `MappedFile` that the
/// `Lexicon` beside them holds, and are only read: hence `@unchecked Sendable`.
///
/// A damaged file gives wrong answers or none, never a place outside it.
struct LexiconSide: @unchecked Sendable {
  let termCount, entryCount: Int
  private let text: UnsafeRawBufferPointer
  private let textOffsets, counts, slots: NumberList
  private let entryOffsets, entryTerms: NumberList
  private let entryWeights, entryOrigins: UnsafeRawBufferPointer
  private let baseOffsets, baseTerms: NumberList
  private let wordOffsets, wordTerms, phraseOffsets, phraseTerms: NumberList

  /// `nil` when a section runs past the file or the sections do not fit one another.
  init?(_ file: UnsafeRawBufferPointer, side: Lexicon.Side) {
    func section(_ section: LexiconLayout.Section) -> UnsafeRawBufferPointer? {
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
    func numbers(_ name: LexiconLayout.Section) -> NumberList? {
      section(name).map(NumberList.init)
    }
    guard let text = section(.text), let textOffsets = numbers(.textOffsets),
      let counts = numbers(.counts), let slots = numbers(.slots),
      let entryOffsets = numbers(.entryOffsets), let entryTerms = numbers(.entryTerms),
      let entryWeights = section(.entryWeights), let entryOrigins = section(.entryOrigins),
      let baseOffsets = numbers(.baseOffsets), let baseTerms = numbers(.baseTerms),
      let wordOffsets = numbers(.wordOffsets), let wordTerms = numbers(.wordTerms),
      let phraseOffsets = numbers(.phraseOffsets), let phraseTerms = numbers(.phraseTerms)
    else { return nil }
    (self.text, self.textOffsets, self.counts, self.slots) = (text, textOffsets, counts, slots)
    (self.entryOffsets, self.entryTerms) = (entryOffsets, entryTerms)
    (self.entryWeights, self.entryOrigins) = (entryWeights, entryOrigins)
    (self.baseOffsets, self.baseTerms) = (baseOffsets, baseTerms)
    (self.wordOffsets, self.wordTerms) = (wordOffsets, wordTerms)
    (self.phraseOffsets, self.phraseTerms) = (phraseOffsets, phraseTerms)
    (termCount, entryCount) = (counts.count, entryWeights.count)
    let offsets = [textOffsets, entryOffsets, baseOffsets, wordOffsets, phraseOffsets]
    guard offsets.allSatisfy({ $0.count == counts.count + 1 }),
      entryTerms.count == entryWeights.count, entryOrigins.count == entryWeights.count,
      slots.count > counts.count, slots.count & (slots.count - 1) == 0
    else { return nil }
  }

  func term(_ utf8: UnsafeRawBufferPointer) -> Lexicon.Term? {
    let mask = slots.count - 1
    let first = Int(truncatingIfNeeded: LexiconLayout.hash(utf8))
    for step in slots.indices {
      let term = slots[(first &+ step) & mask]
      if term == LexiconLayout.emptySlot { return nil }
      let stored = bytes(of: term)
      if stored.count == utf8.count, stored.elementsEqual(utf8) { return term }
    }
    return nil
  }

  func text(of term: Lexicon.Term) -> String {
    String(decoding: bytes(of: term), as: UTF8.self)
  }

  func count(of term: Lexicon.Term) -> Int {
    Int(term) < termCount ? Int(counts[Int(term)]) : 0
  }

  func hasTranslations(_ term: Lexicon.Term) -> Bool {
    !entryOffsets.range(term, below: entryCount).isEmpty
  }

  func translations(of term: Lexicon.Term) -> [Lexicon.Translation] {
    entryOffsets.range(term, below: entryCount).map {
      Lexicon.Translation(
        term: entryTerms[$0], probability: Double(entryWeights[$0]) / 255,
        originMask: entryOrigins[$0])
    }
  }

  /// Whether the side knows base forms of any term.
  var hasBaseForms: Bool { !baseTerms.isEmpty }

  func baseForms(of term: Lexicon.Term) -> NumberList {
    baseTerms[baseOffsets.range(term, below: baseTerms.count)]
  }

  func words(of phrase: Lexicon.Term) -> NumberList {
    wordTerms[wordOffsets.range(phrase, below: wordTerms.count)]
  }

  func phrases(around word: Lexicon.Term) -> NumberList {
    phraseTerms[phraseOffsets.range(word, below: phraseTerms.count)]
  }

  private func bytes(of term: Lexicon.Term) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: text[textOffsets.range(term, below: text.count)])
  }
}

/// The search of one side for the entries in which a phrase stands.
struct PhraseSearch {
  private let side: SegmentSide
  /// For each word of the phrase, the side's terms that it may be, ascending.
  private let terms: [[UInt32]]
  /// The bits that the words settle, where a word can be but one term.
  private let signature: UInt64

  init(_ phrase: Phrase, in side: SegmentSide) {
    self.side = side
    let lexicon = SideAlphabet(side)
    let terms = phrase.terms.map { lexicon.terms(of: $0, in: phrase).sorted() }
    self.terms = terms
    signature = terms.reduce(0) { bits, terms in
      terms.count == 1 ? bits | side.wordKey(Int(terms[0])).signatureBit : bits
    }
  }

  /// Hands over the entries, in no particular order, each once.
  func forEachEntry(_ take: (Int) -> Void) {
    guard !terms.contains(where: \.isEmpty) else { return }
    let postings = { (terms: [UInt32]) in
      terms.reduce(0) { $0 + side.postingRange(Int($1)).count }
    }
    guard let rarest = terms.min(by: { postings($0) < postings($1) }) else { return }
    if rarest.count == 1 {
      for place in side.postingRange(Int(rarest[0])) {
        let entry = Int(side.postings[place])
        if mayHave(entry), has(entry) { take(entry) }
      }
      return
    }
    side.scratch.withScratch(entries: side.entryCount) { scratch in
      for term in rarest {
        for place in side.postingRange(Int(term)) {
          let entry = Int(side.postings[place])
          if mayHave(entry), scratch.insert(entry), has(entry) { take(entry) }
        }
      }
    }
  }

  private func mayHave(_ entry: Int) -> Bool {
    side.signatures[entry] & signature == signature
  }

  /// Whether the terms stand there one after another.
  private func has(_ entry: Int) -> Bool {
    if terms.count == 1 { return true }
    // How long a part of the phrase ends at each of the last words: a bit a length.
    var open: UInt64 = 0
    var isFound = false
    let last = terms.count - 1
    guard last < 64 else { return true }
    side.forEachTerm(entry) { term in
      var next: UInt64 = 0
      var candidates = open << 1 | 1
      while candidates != 0 {
        let place = candidates.trailingZeroBitCount
        candidates &= candidates - 1
        if place <= last, contains(terms[place], term) { next |= 1 << UInt64(place) }
      }
      open = next
      if open >> UInt64(last) & 1 == 1 { isFound = true }
    }
    return isFound
  }

  @inline(__always)
  private func contains(_ terms: [UInt32], _ term: UInt32) -> Bool {
    if terms.count == 1 { return terms[0] == term }
    var (low, high) = (0, terms.count)
    while low < high {
      let middle = (low + high) / 2
      if terms[middle] < term { low = middle + 1 } else { high = middle }
    }
    return low < terms.count && terms[low] == term
  }
}

/// The terms of a side by their spelling.
struct SideAlphabet {
  private let side: SegmentSide

  init(_ side: SegmentSide) {
    self.side = side
  }

  /// The terms that a word of a phrase may be.
  func terms(of sought: Phrase.Term, in phrase: Phrase) -> [UInt32] {
    switch sought {
    case .word(let word):
      if phrase.ignoresDiacritics { return spelt(word, isPrefix: false, bare: true) }
      return exactly(word)
    case .forms(let words):
      return words.flatMap { word in
        phrase.ignoresDiacritics ? spelt(word, isPrefix: false, bare: true) : exactly(word)
      }
    case .prefix(let start):
      return spelt(start, isPrefix: true, bare: phrase.ignoresDiacritics)
    }
  }

  private func exactly(_ word: String) -> [UInt32] {
    [false, true].compactMap { isNumber in
      side.term(WordKey(folded: word, isNumber: isNumber)).map(UInt32.init)
    }
  }

  /// The terms that are spelt so or begin so: a run of the alphabet, in which words lie by their
  /// letters without diacritics.
  private func spelt(_ text: String, isPrefix: Bool, bare ignoresDiacritics: Bool) -> [UInt32] {
    let bare = Array(Diacritics.removed(from: text).utf8)
    let whole = Array(text.utf8)
    return bare.withUnsafeBufferPointer { bare in
      var (low, high) = (0, side.termCount)
      while low < high {
        let middle = (low + high) / 2
        if Alphabet.compare(side.spelling(Int(side.alphabet[middle])).bare, bare) < 0 {
          low = middle + 1
        } else {
          high = middle
        }
      }
      var found: [UInt32] = []
      while low < side.termCount {
        let term = side.alphabet[low]
        let spelling = side.spelling(Int(term))
        guard isPrefix ? spelling.bare.starts(with: bare) : spelling.bare.elementsEqual(bare) else {
          break
        }
        if ignoresDiacritics
          || (isPrefix ? spelling.word.starts(with: whole) : spelling.word.elementsEqual(whole))
        {
          found.append(term)
        }
        low += 1
      }
      return found
    }
  }
}

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

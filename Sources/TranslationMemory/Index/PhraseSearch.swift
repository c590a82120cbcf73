/// The search of one side for the entries in which a phrase stands.
struct PhraseSearch {
  let side: SegmentSide
  /// For each word of the phrase, the side's terms that it may be, ascending.
  private let terms: [[UInt32]]
  /// The bits that the words settle, where a word can be but one term.
  private let signature: UInt64
  /// The terms where each word can be but one, at most 64; empty otherwise.
  private let run: [UInt32]

  init(_ phrase: Phrase, in side: SegmentSide) {
    self.side = side
    let alphabet = SideAlphabet(side)
    let terms = phrase.terms.map { alphabet.terms(of: $0, in: phrase).sorted() }
    self.terms = terms
    signature = terms.reduce(0) { bits, terms in
      terms.count == 1 ? bits | side.wordKey(Int(terms[0])).signatureBit : bits
    }
    let isRun = terms.count <= 64 && terms.allSatisfy { $0.count == 1 }
    run = isRun ? terms.map { $0[0] } : []
  }

  /// Entries that may have the phrase, in no particular order, each once: all that have it are among
  /// them.
  func likelyEntries() -> [UInt32] {
    guard !terms.contains(where: \.isEmpty) else { return [] }
    let count = { (terms: [UInt32]) in
      terms.reduce(0) { $0 + side.postingRange(Int($1)).count }
    }
    let rarest = terms.sorted { count($0) < count($1) }
    if rarest[0].count > 1 {
      return side.scratch.withScratch(entries: side.entryCount) { scratch in
        var found: [UInt32] = []
        for term in rarest[0] {
          for place in side.postingRange(Int(term)) {
            let entry = side.postings[place]
            if mayHave(Int(entry)), scratch.insert(Int(entry)) { found.append(entry) }
          }
        }
        return found
      }
    }
    // A word that occurs twice need not be asked for twice.
    let words = rarest.filter { $0.count == 1 }.map { $0[0] }
    var found = Array(entries(words[0]))
    for word in words.dropFirst() where word != words[0] {
      found = found.withUnsafeBufferPointer { Self.intersection($0, entries(word)) }
    }
    return found
  }

  private func entries(_ term: UInt32) -> UnsafeBufferPointer<UInt32> {
    let places = side.postingRange(Int(term))
    return UnsafeBufferPointer(start: side.postings + places.lowerBound, count: places.count)
  }

  /// What is in both lists. What the entries have is not asked: they lie far apart, the lists do not.
  private static func intersection(
    _ few: UnsafeBufferPointer<UInt32>, _ many: UnsafeBufferPointer<UInt32>
  ) -> [UInt32] {
    // A step through both costs about a tenth of a search for one of the few.
    many.count < few.count * 10 ? merged(few, many) : sought(few, in: many)
  }

  private static func merged(
    _ few: UnsafeBufferPointer<UInt32>, _ many: UnsafeBufferPointer<UInt32>
  ) -> [UInt32] {
    var found: [UInt32] = []
    found.reserveCapacity(few.count)
    var (a, b) = (0, 0)
    while a < few.count, b < many.count {
      let (one, other) = (few[a], many[b])
      if one == other { found.append(one) }
      // No branch that the processor would have to foretell.
      a += one <= other ? 1 : 0
      b += other <= one ? 1 : 0
    }
    return found
  }

  /// In steps of growing length through the longer list.
  private static func sought(
    _ few: UnsafeBufferPointer<UInt32>, in many: UnsafeBufferPointer<UInt32>
  ) -> [UInt32] {
    var found: [UInt32] = []
    var low = 0
    for entry in few {
      var step = 1
      var high = low
      while high < many.count, many[high] < entry {
        low = high + 1
        high += step
        step *= 2
      }
      high = min(high, many.count)
      while low < high {
        let middle = (low + high) / 2
        if many[middle] < entry { low = middle + 1 } else { high = middle }
      }
      guard low < many.count else { return found }
      if many[low] == entry { found.append(entry) }
    }
    return found
  }

  private func mayHave(_ entry: Int) -> Bool {
    side.signatures[entry] & signature == signature
  }

  /// Whether the terms stand there one after another.
  func has(_ entry: Int) -> Bool {
    if terms.count == 1 { return true }
    if !run.isEmpty { return run.withUnsafeBufferPointer { hasRun($0, entry) } }
    // What parts of the phrase end at the last word: a bit for each length.
    var open: UInt64 = 0
    let last = terms.count - 1
    guard last < 64 else { return true }
    var pieces = side.pieces(entry)
    while let term = pieces.next() {
      var next: UInt64 = 0
      var candidates = open << 1 | 1
      while candidates != 0 {
        let place = candidates.trailingZeroBitCount
        candidates &= candidates - 1
        if place <= last, contains(terms[place], term) { next |= 1 << UInt64(place) }
      }
      open = next
      if open >> UInt64(last) & 1 == 1 { return true }
    }
    return false
  }

  /// By the bits of those words up to which a part of the run ends here (Baeza-Yates & Gonnet 1992).
  private func hasRun(_ run: UnsafeBufferPointer<UInt32>, _ entry: Int) -> Bool {
    let last: UInt64 = 1 << UInt64(run.count - 1)
    var open: UInt64 = 0
    var pieces = side.pieces(entry)
    while let term = pieces.next() {
      var places: UInt64 = 0
      for place in run.indices where run[place] == term { places |= 1 << UInt64(place) }
      open = (open << 1 | 1) & places
      if open & last != 0 { return true }
    }
    return false
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

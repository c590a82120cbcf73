/// What a text must have in common with a query to be similar enough: the filters that let a store
/// leave out most of its units and miss none.
///
/// With n words in the query and a text of m, a similarity of at least t needs ⌈t · max(n, m)⌉ words
/// in common. So m lies between ⌈t·n⌉ and ⌊n / t⌋, and of any ⌊(1 − t)·n⌋ + 1 words of the query at
/// least one is in the text (the prefix filter of Chaudhuri, Ganti & Kaushik 2006).
public struct CandidateBounds: Sendable, Hashable {
  /// How many words a similar text may have; empty when the query has none.
  public let lengths: ClosedRange<Int>?
  /// How many of the query's words, repeated ones counted each time, must be sought.
  public let sought: Int

  /// - Parameter floor: The least similarity, 1 to 100.
  public init(words n: Int, floor: Int) {
    precondition((0...100).contains(floor), "a floor lies within 0 and 100")
    guard n > 0, floor > 0 else {
      (lengths, sought) = (nil, n)
      return
    }
    let least = (floor * n + 99) / 100
    lengths = least...(n * 100 / floor)
    sought = n - least + 1
  }
}

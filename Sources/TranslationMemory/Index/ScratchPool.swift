internal import Synchronization

/// A bit an entry, all off between uses: which entries a search has seen.
final class Scratch {
  private let bits: UnsafeMutablePointer<UInt64>
  private var set: [Int] = []

  init(entries: Int) {
    bits = .allocate(capacity: entries / 64 + 1)
    bits.initialize(repeating: 0, count: entries / 64 + 1)
  }

  deinit { bits.deallocate() }

  /// Switches a bit on.
  ///
  /// - Returns: Whether it was off.
  @inline(__always)
  func insert(_ entry: Int) -> Bool {
    let bit: UInt64 = 1 << UInt64(entry & 63)
    let word = entry >> 6
    if bits[word] & bit != 0 { return false }
    if bits[word] == 0 { set.append(word) }
    bits[word] |= bit
    return true
  }

  func clear() {
    for word in set { bits[word] = 0 }
    set.removeAll(keepingCapacity: true)
  }
}

/// Scratch memory for the searches of one side, kept from search to search. A class, because searches
/// of many threads share it.
final class ScratchPool: Sendable {
  private let free = Mutex<[Handle]>([])

  /// Passes from the pool to one search and back, never to two.
  private struct Handle: @unchecked Sendable {
    let scratch: Scratch
  }

  func withScratch<Result>(entries: Int, _ body: (Scratch) -> Result) -> Result {
    let handle = free.withLock { $0.popLast() } ?? Handle(scratch: Scratch(entries: entries))
    let result = body(handle.scratch)
    handle.scratch.clear()
    free.withLock { $0.append(handle) }
    return result
  }
}

/// A set of types that is cleared in constant time.
struct Marks {
  private var stamps: [UInt32]
  private var stamp: UInt32 = 1
  private(set) var members: [Int] = []

  init(count: Int) {
    stamps = Array(repeating: 0, count: count)
  }

  mutating func clear() {
    stamp += 1
    members.removeAll(keepingCapacity: true)
  }

  mutating func insert(_ type: Int) {
    if stamps[type] == stamp { return }
    stamps[type] = stamp
    members.append(type)
  }

  func contains(_ type: Int) -> Bool { stamps[type] == stamp }
}

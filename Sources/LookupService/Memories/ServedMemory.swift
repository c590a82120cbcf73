internal import BitextToolkit
internal import Foundation
internal import Synchronization

/// A memory that is open for as long as the service runs.
final class ServedMemory: Sendable {
  // A class, because it owns the memory's connections.
  /// As clients call it.
  let name: String
  let memory: Memory
  let isWritable: Bool
  /// Those who look something up.
  let reads: SharedReads
  private let writing = DispatchQueue(label: "service.writing", qos: .userInitiated)
  private let pending = Mutex<[Pending]>([])

  /// A change that waits for the next transaction.
  private struct Pending {
    let change: UnitChange
    let continuation: CheckedContinuation<UnitChange.Outcome, any Error>
  }

  /// As many changes go into one transaction at most.
  private static let together = 256

  /// - Parameters:
  ///   - place: A name or a path, as a person gives it.
  ///   - isReadOnly: Whether it need not be writable.
  init(_ place: String, isReadOnly: Bool) throws {
    name = Self.name(of: place)
    let folder = MemoryFolder(path: DataFolders.memory(place))
    let writable = isReadOnly ? nil : try? Memory.writing(folder)
    isWritable = writable != nil
    // What is wrong with it is better said by the one who only reads.
    memory = try writable ?? Memory.named(place)
    reads = SharedReads(memory, name)
  }

  /// The folder's name without its ending.
  static func name(of place: String) -> String {
    let last = place.split(separator: "/").last.map(String.init) ?? place
    return last.hasSuffix(".bitext") ? String(last.dropLast(".bitext".count)) : last
  }

  /// Runs what writes, one after another, without holding up those who read.
  func write<Result: Sendable>(_ body: @escaping @Sendable (Memory) throws -> Result) async throws
    -> Result
  {
    try await withCheckedThrowingContinuation { continuation in
      writing.async { [memory] in
        continuation.resume(with: Swift.Result { try body(memory) })
      }
    }
  }

  /// Changes one unit. What comes while another transaction is on its way to the disk goes there
  /// together, in the next one.
  func change(_ change: UnitChange) async throws -> UnitChange.Outcome {
    try await withCheckedThrowingContinuation { continuation in
      pending.withLock { $0.append(Pending(change: change, continuation: continuation)) }
      writing.async { self.writePending() }
    }
  }

  private func writePending() {
    let batch = pending.withLock { pending in
      let batch = Array(pending.prefix(Self.together))
      pending.removeFirst(batch.count)
      return batch
    }
    guard !batch.isEmpty else { return }
    do {
      let outcomes = try memory.apply(batch.map(\.change), at: Date.now.formatted(.iso8601))
      for (waiting, outcome) in zip(batch, outcomes) {
        waiting.continuation.resume(returning: outcome)
      }
    } catch {
      for waiting in batch { waiting.continuation.resume(throwing: error) }
    }
  }
}

/// The memories of a service, by name.
struct ServedMemories: Sendable {
  /// In the order in which they were named.
  let all: [ServedMemory]

  /// - Throws: `InputFault` when one cannot be opened, or two have the same name.
  init(_ places: [String], isReadOnly: Bool) throws {
    var all: [ServedMemory] = []
    for place in places {
      let memory = try ServedMemory(place, isReadOnly: isReadOnly)
      guard !all.contains(where: { $0.name == memory.name }) else {
        throw InputFault(
          place, "another memory is called \(memory.name), too",
          remedy: "Rename the folder of one of them")
      }
      all.append(memory)
    }
    self.all = all
  }

  subscript(name: String) -> ServedMemory? { all.first { $0.name == name } }
}

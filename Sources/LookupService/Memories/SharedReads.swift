internal import BitextToolkit
internal import Synchronization

/// Answers those who wait to look something up from one state of a memory, several a transaction: to
/// open a state costs about as much as half a lookup.
///
/// Nobody sees a state older than their request, because those in the line when a state is opened are
/// the only ones that it serves. A class, because all requests share the line.
final class SharedReads: Sendable {
  private struct Read: Sendable {
    let deadline: ContinuousClock.Instant
    /// Answers; what it throws has been told nobody yet.
    let answer: @Sendable (OpenedMemory) throws -> Void
    let fail: @Sendable (any Error) -> Void
  }

  /// As many are answered from one state at most, so that no state is kept for long.
  private static let together = 16

  private let memory: Memory
  private let name: String
  private let penalties: Penalties
  private let line = Mutex<[Read]>([])

  init(_ memory: Memory, _ name: String) {
    (self.memory, self.name) = (memory, name)
    penalties = Settings().penalties(of: name)
  }

  /// Runs `body` on a state of the memory, at once and on this thread.
  func run<Result>(_ body: (OpenedMemory) throws -> Result) throws -> Result {
    try memory.read { try body(OpenedMemory(name, $0, penalties: penalties)) }
  }

  /// Runs `body` on a thread of the pool.
  ///
  /// - Parameter body: Is run again when a merge has replaced a part of the state meanwhile.
  /// - Throws: `Problem`, `.busy`, when too many wait, or this one has waited longer than it may.
  func run<Result: Sendable>(
    on pool: WorkPool, within limit: Duration,
    _ body: @escaping @Sendable (OpenedMemory) throws -> Result
  ) async throws -> Result {
    let deadline = ContinuousClock.now + limit
    return try await withCheckedThrowingContinuation { continuation in
      let read = Read(
        deadline: deadline, answer: { continuation.resume(returning: try body($0)) },
        fail: { continuation.resume(throwing: $0) })
      let isTaken = line.withLock { line in
        guard line.count < pool.most else { return false }
        line.append(read)
        return true
      }
      guard isTaken else { return read.fail(Problem.crowded) }
      // Finds nobody left where an earlier one has answered this read with its own.
      pool.add { self.answerSome(share: pool.threads) }
    }
  }

  /// Takes a thread's share of those in the line, and answers them.
  private func answerSome(share threads: Int) {
    var rest = line.withLock { line in
      let taken = line.prefix(min(Self.together, (line.count + threads - 1) / threads))
      line.removeFirst(taken.count)
      return taken
    }
    while let first = rest.first {
      guard ContinuousClock.now < first.deadline else {
        rest.removeFirst().fail(Problem.waitedTooLong)
        continue
      }
      do {
        try run { opened in
          while let next = rest.first, ContinuousClock.now < next.deadline {
            try next.answer(opened)
            rest.removeFirst()
          }
        }
      } catch {
        // Of the one that has thrown; the others try again without it.
        rest.popFirst()?.fail(error)
      }
    }
  }
}

internal import Foundation
internal import Synchronization

/// Threads for work that blocks or computes, so that what waits for the network never waits for it.
///
/// A class, because it owns the threads.
final class WorkPool: Sendable {
  private typealias Job = @Sendable () -> Void

  private struct State {
    var jobs: [Job] = []
    /// The first that waits.
    var first = 0

    mutating func pop() -> Job? {
      guard first < jobs.count else { return nil }
      let job = jobs[first]
      first += 1
      if first > 512, first * 2 > jobs.count {
        jobs.removeFirst(first)
        first = 0
      }
      return job
    }
  }

  private let state = Mutex(State())
  private let available = DispatchSemaphore(value: 0)
  /// How many jobs go on at once.
  let threads: Int
  /// How many may wait for their turn.
  let most: Int

  init(_ name: String, threads: Int, waiting: Int) {
    (self.threads, most) = (threads, waiting)
    for number in 0..<threads {
      let thread = Thread { [weak self] in
        while true {
          guard let available = self?.available else { return }
          available.wait()
          guard let self else { return }
          next()
        }
      }
      thread.name = "\(name) \(number)"
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  private func next() {
    guard let job = state.withLock({ $0.pop() }) else { return }
    job()
  }

  /// Work that waits for a thread now.
  var waiting: Int { state.withLock { $0.jobs.count - $0.first } }

  /// - Throws: `Problem`, `.busy`, when too many wait, or this one has waited longer than it may.
  func run<Result: Sendable>(
    within limit: Duration, _ body: @escaping @Sendable () throws -> Result
  ) async throws -> Result {
    let deadline = ContinuousClock.now + limit
    return try await withCheckedThrowingContinuation { continuation in
      let isTaken = add(atMost: most) {
        guard ContinuousClock.now < deadline else {
          continuation.resume(throwing: Problem.waitedTooLong)
          return
        }
        continuation.resume(with: Swift.Result { try body() })
      }
      if !isTaken { continuation.resume(throwing: Problem.crowded) }
    }
  }

  /// Adds work of which somebody else says how much may wait.
  func add(_ work: @escaping @Sendable () -> Void) {
    _ = add(atMost: .max, work)
  }

  private func add(atMost most: Int, _ job: @escaping Job) -> Bool {
    let isTaken = state.withLock { state in
      guard state.jobs.count - state.first < most else { return false }
      state.jobs.append(job)
      return true
    }
    if isTaken { available.signal() }
    return isTaken
  }
}

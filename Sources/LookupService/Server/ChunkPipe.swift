internal import Foundation
internal import Synchronization

/// Takes bytes from a thread that makes them to a task that sends them, and makes the thread wait while
/// the client is slow: an answer of any size passes in constant space.
///
/// A class, because two sides share it.
final class ChunkPipe: Sendable {
  private struct State {
    var chunks: [[UInt8]] = []
    var end: Result<Void, any Error>?
    var waiting: CheckedContinuation<[UInt8]?, any Error>?
    var isCancelled = false
  }

  /// Nobody takes what is made any more.
  struct Cancelled: Error {}

  private let state = Mutex(State())
  private let room = DispatchSemaphore(value: ChunkPipe.depth)

  private static let depth = 4
  static let chunkSize = 1 << 16
  /// Seconds that a client may leave a chunk waiting.
  private static let patience = 60.0

  /// Called on the thread.
  ///
  /// - Throws: `Cancelled` when the client has gone, or is too slow.
  func write(_ chunk: [UInt8]) throws(Cancelled) {
    guard room.wait(timeout: .now() + Self.patience) == .success else { throw Cancelled() }
    let isCancelled = state.withLock { state in
      if state.isCancelled { return true }
      if let waiting = state.waiting {
        state.waiting = nil
        waiting.resume(returning: chunk)
      } else {
        state.chunks.append(chunk)
      }
      return false
    }
    if isCancelled { throw Cancelled() }
  }

  func finish(_ end: Result<Void, any Error>) {
    state.withLock { state in
      state.end = end
      if let waiting = state.waiting {
        state.waiting = nil
        waiting.resume(with: end.map { nil })
      }
    }
  }

  /// Called by the task: the next bytes; `nil` is the end.
  func next() async throws -> [UInt8]? {
    let chunk: [UInt8]? = try await withCheckedThrowingContinuation { continuation in
      state.withLock { state in
        if !state.chunks.isEmpty {
          continuation.resume(returning: state.chunks.removeFirst())
        } else if let end = state.end {
          continuation.resume(with: end.map { nil })
        } else {
          state.waiting = continuation
        }
      }
    }
    if chunk != nil { room.signal() }
    return chunk
  }

  func cancel() {
    state.withLock { $0.isCancelled = true }
    room.signal()
  }
}

/// Gathers small pieces of bytes into chunks of a pipe. A class, because a writer's closures share it.
final class ChunkWriter {
  private let pipe: ChunkPipe
  private var pending: [UInt8] = []

  init(_ pipe: ChunkPipe) {
    self.pipe = pipe
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    pending.append(contentsOf: bytes)
    if pending.count >= ChunkPipe.chunkSize { try flush() }
  }

  func flush() throws {
    guard !pending.isEmpty else { return }
    try pipe.write(pending)
    pending.removeAll(keepingCapacity: true)
  }
}

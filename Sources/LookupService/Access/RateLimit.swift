internal import Synchronization

/// Lets each client have so many requests a second, with bursts (a token bucket).
///
/// A class, because all requests share it.
final class RateLimit: Sendable {
  private struct Bucket {
    var level: Double
    var time: ContinuousClock.Instant
  }

  private let buckets = Mutex<[String: Bucket]>([:])
  private let rate: Double
  private let burst: Double

  /// As many clients are remembered; beyond, those who have been quiet are forgotten.
  private static let most = 10_000

  /// - Parameter rate: Requests a second; 0 sets no limit.
  init(rate: Int) {
    (self.rate, burst) = (Double(rate), Double(rate) * 10)
  }

  /// - Throws: `Problem` when the client has used up what it may.
  func take(_ client: String) throws(Problem) {
    guard rate > 0 else { return }
    let now = ContinuousClock.now
    let isAllowed = buckets.withLock { buckets in
      if buckets.count >= Self.most {
        buckets = buckets.filter { (now - $0.value.time) / .seconds(1) * rate < burst }
      }
      var bucket = buckets[client] ?? Bucket(level: burst, time: now)
      bucket.level = min(burst, bucket.level + (now - bucket.time) / .seconds(1) * rate)
      bucket.time = now
      let isAllowed = bucket.level >= 1
      if isAllowed { bucket.level -= 1 }
      buckets[client] = bucket
      return isAllowed
    }
    guard isAllowed else {
      throw Problem(
        .tooMany, "At most \(Int(rate)) requests a second, please.", headers: Problem.later)
    }
  }
}

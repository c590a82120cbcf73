internal import Dispatch
internal import Synchronization

/// Does two independent pieces of work at once, where there are two processors for them.
///
/// - Throws: What the first of them throws, in their order.
func bothAtOnce<First: Sendable, Second: Sendable, Failure: Error>(
  _ first: @Sendable () throws(Failure) -> First,
  _ second: @Sendable () throws(Failure) -> Second
) throws(Failure) -> (First, Second) {
  let results = Mutex<(first: Result<First, Failure>?, second: Result<Second, Failure>?)>(
    (nil, nil))
  DispatchQueue.concurrentPerform(iterations: 2) { index in
    if index == 0 {
      let result = Result { () throws(Failure) in try first() }
      results.withLock { $0.first = result }
    } else {
      let result = Result { () throws(Failure) in try second() }
      results.withLock { $0.second = result }
    }
  }
  return try results.withLock { results throws(Failure) in
    guard let first = results.first, let second = results.second else {
      preconditionFailure("both pieces of work are done")
    }
    return (try first.get(), try second.get())
  }
}

internal import Foundation

/// Threads for what nobody waits for.
enum BackgroundThread {
  /// How much less of a busy processor it gets than who looks something up or adds: a tenth.
  private static let niceness: Int32 = 10

  /// Does some work on a thread of its own, which gives way to all others.
  static func run(_ work: @escaping @Sendable () -> Void) {
    Thread.detachNewThread {
      // On Linux of this thread alone (setpriority(2), “C library/kernel differences”). A queue's
      // threads are others' afterwards, and few may take back what they gave up.
      _ = nice(niceness)
      work()
    }
  }
}

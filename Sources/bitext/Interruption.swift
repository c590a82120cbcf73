internal import BitextToolkit
internal import Dispatch
internal import Foundation
internal import Synchronization

/// What happens on Ctrl-C and its like: unfinished files go, then the signal does its work, so that
/// the shell sees 128 and the signal's number, 130 for Ctrl-C.
enum Interruption {
  /// Call it once, before any work.
  ///
  /// - Returns: What listens, as long as somebody keeps it.
  static func watch() -> [any DispatchSourceSignal] {
    var sources: [any DispatchSourceSignal] = []
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) {
      // A source hears a signal only where its own effect is off.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        guard !isHandedOver.load(ordering: .acquiring) else { return }
        OutputFile.discardUnfinished()
        RawTerminal.restore()
        signal(number, SIG_DFL)
        kill(getpid(), number)
      }
      source.resume()
      sources.append(source)
    }
    return sources
  }

  /// Leaves the signals to somebody else in this program, who ends in order.
  static func handOver() {
    isHandedOver.store(true, ordering: .releasing)
  }

  private static let isHandedOver = Atomic(false)

  /// Whoever started the program so, as nohup does, wants it to go on.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    let handler = action.__sigaction_handler.sa_handler
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}

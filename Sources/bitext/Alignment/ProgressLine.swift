internal import BitextToolkit
internal import Foundation

/// One line on standard error that says how far a batch is, on a terminal only.
final class ProgressLine {
  // A class, because it owns the line on the screen, which two closures change.
  private let isThere = isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now
  private var isShown = false

  /// An estimate after less than this would be a guess.
  private static let leastPairs = 3
  private static let leastSeconds = 2.0

  func show(_ progress: AlignmentBatch.Progress) {
    guard isThere else { return }
    let elapsed = ContinuousClock.now - start
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    write("\r\u{1B}[K" + Self.text(progress, seconds: seconds))
    isShown = true
  }

  func clear() {
    guard isShown else { return }
    write("\r\u{1B}[K")
    isShown = false
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }

  /// `12 of 40 pairs · 1 failed · about 3 min left`. What is left is reckoned in bytes: pairs differ in
  /// size. What is up to date already took no time, and says nothing of it.
  static func text(_ progress: AlignmentBatch.Progress, seconds: Double) -> String {
    var parts = ["\(progress.done) of \(Figures.count(progress.total, "pair"))"]
    if progress.failed > 0 { parts.append("\(progress.failed) failed") }
    let aligned = progress.done - progress.failed - progress.upToDate
    if progress.bytesLeft > 0, aligned >= leastPairs, seconds >= leastSeconds {
      let rate = Double(progress.bytesAligned) / seconds
      parts.append("about \(duration(Double(progress.bytesLeft) / max(rate, 1))) left")
    }
    return parts.joined(separator: " · ")
  }

  private static func duration(_ seconds: Double) -> String {
    switch seconds {
    case ..<50: "\(max(5, Int((seconds / 5).rounded(.up)) * 5)) s"
    case ..<5400: "\(max(1, Int((seconds / 60).rounded()))) min"
    default: String(format: "%.1f h", seconds / 3600)
    }
  }
}

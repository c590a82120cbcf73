import BitextToolkit
import Testing

@testable import bitext

@Suite struct ProgressLineTests {
  private func progress(done: Int, failed: Int = 0, aligned: Int, left: Int)
    -> AlignmentBatch.Progress
  {
    var progress = AlignmentBatch.Progress(total: 40, bytesLeft: left)
    (progress.done, progress.failed, progress.bytesAligned) = (done, failed, aligned)
    return progress
  }

  /// Reckoned by bytes: 1000 bytes in 10 s leave 18,000 for 180 s.
  @Test func estimatesByBytes() {
    #expect(
      ProgressLine.text(progress(done: 12, failed: 1, aligned: 1000, left: 18_000), seconds: 10)
        == "12 of 40 pairs · 1 failed · about 3 min left")
    #expect(
      ProgressLine.text(progress(done: 39, aligned: 1000, left: 120), seconds: 10)
        == "39 of 40 pairs · about 5 s left")
    #expect(
      ProgressLine.text(progress(done: 5, aligned: 1000, left: 1_000_000), seconds: 10)
        == "5 of 40 pairs · about 2.8 h left")
  }

  /// Too little is known, or nothing is left.
  @Test func doesNotGuess() {
    #expect(
      ProgressLine.text(progress(done: 2, aligned: 1000, left: 9000), seconds: 10)
        == "2 of 40 pairs")
    #expect(
      ProgressLine.text(progress(done: 9, aligned: 1000, left: 9000), seconds: 1)
        == "9 of 40 pairs")
    #expect(
      ProgressLine.text(progress(done: 40, aligned: 1000, left: 0), seconds: 10)
        == "40 of 40 pairs")
  }
}

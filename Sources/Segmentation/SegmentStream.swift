public import BitextModel

/// Cuts a text that arrives in pieces, at the memory of its longest sentence.
///
/// The segments are those that `Segmenter.document` gives for the whole text.
public struct SegmentStream {
  private var pass: SegmentPass
  private var buffer: [UInt8] = []
  /// Where the buffer starts in the text.
  private var offset = 0
  /// How long the buffer shall be before it is looked at.
  private var wanted = Self.step

  /// How much text is looked at together, in bytes (1 MiB).
  private static let step = 1 << 20

  public init(_ segmenter: Segmenter) { pass = segmenter.pass() }

  /// Takes the next bytes of the text, which as a whole is UTF-8.
  ///
  /// - Parameter body: Gets the segments that are certain, in order, with their text, white space
  ///   included. Ranges are those in the whole text.
  public mutating func append(
    _ bytes: some Sequence<UInt8>, _ body: (Segment, String) throws -> Void
  ) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count >= wanted { try run(isFinal: false, body) }
  }

  /// Hands on the rest: nothing comes after it.
  public mutating func finish(_ body: (Segment, String) throws -> Void) throws {
    try run(isFinal: true, body)
  }

  private mutating func run(isFinal: Bool, _ body: (Segment, String) throws -> Void) throws {
    let (pieceStart, count) = (offset, isFinal ? buffer.count : wholeScalars)
    try buffer.withUnsafeBufferPointer { bytes in
      let text = UTF8Text(bytes: UnsafeBufferPointer(rebasing: bytes[..<count]))
      try pass.run(text, isFinal: isFinal) { segment in
        let (start, end) = (segment.range.lowerBound, segment.range.upperBound)
        let moved = Segment(
          range: pieceStart + start..<pieceStart + end, kind: segment.kind,
          paragraph: segment.paragraph, reason: segment.reason)
        try body(moved, text.string(start..<end))
      }
    }
    var done = pass.doneCount
    while done > 0, done < buffer.count, buffer[done] & 0xC0 == 0x80 { done -= 1 }
    buffer.removeSubrange(..<done)
    pass.drop(done)
    offset += done
    // A text that gives nothing is looked at again when it has doubled: all looks together are linear.
    wanted = done > 0 ? buffer.count + Self.step : buffer.count * 2
  }

  /// The length of the buffer without a character at its end of which bytes are missing.
  private var wholeScalars: Int {
    var end = buffer.count
    for back in 1...3 where back <= buffer.count {
      let byte = buffer[buffer.count - back]
      if byte & 0xC0 == 0x80 { continue }
      let width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      if width > back { end = buffer.count - back }
      break
    }
    return end
  }
}

internal import BitextModel

/// The lines of a text, each with the ranges of its sentences.
struct LineLayout {
  struct Line: Sendable, Hashable {
    /// From the first byte of the line to the first byte of the next.
    let range: Range<Int>
    /// The segments in it.
    let segments: [Range<Int>]
  }

  let lines: [Line]

  init(text: UTF8Text, boundaries: [SentenceBoundaries.Boundary]) {
    var (lines, segments): ([Line], [Range<Int>]) = ([], [])
    var (lineStart, start) = (0, 0)
    for boundary in boundaries {
      segments.append(start..<boundary.offset)
      start = boundary.offset
      if boundary.isLineEnd {
        lines.append(Line(range: lineStart..<start, segments: segments))
        (lineStart, segments) = (start, [])
      }
    }
    if start < text.count {
      segments.append(start..<text.count)
      lines.append(Line(range: lineStart..<text.count, segments: segments))
    }
    self.lines = lines
  }

  /// The segments of all lines, each with the label of its line.
  func segments(labels: LineLabels) -> [Segment] {
    var segments: [Segment] = []
    for (paragraph, line) in lines.enumerated() {
      let label = labels.labels[paragraph]
      for range in label.isOneSegment ? [line.range] : line.segments {
        segments.append(
          Segment(range: range, kind: label.kind, paragraph: paragraph, reason: label.reason))
      }
    }
    return segments
  }
}

/// A text in one language, cut into segments.
///
/// The segments tile the text: concatenating them gives `text` back, byte for byte. An empty text
/// has no segments.
public struct Document: Sendable, Hashable {
  /// What people call it: a file's name, an address; `nil` for a text without one.
  public let name: String?
  public let language: LanguageTag
  public let text: String
  public let segments: [Segment]

  /// Why segments do not tile a text.
  public struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
    /// Zero-based index of the first segment at fault; the number of segments when the end is missing.
    public let segment: Int
    public let description: String
  }

  public init(name: String? = nil, language: LanguageTag, text: String, segments: [Segment])
    throws(Fault)
  {
    var text = text
    text.makeContiguousUTF8()
    var end = 0
    for (index, segment) in segments.enumerated() {
      guard segment.range.lowerBound == end, !segment.range.isEmpty else {
        throw Fault(
          segment: index,
          description: "segment \(index) is \(segment.range), but the one before ends at \(end)")
      }
      end = segment.range.upperBound
      guard end <= text.utf8.count, text.isScalarBoundary(end) else {
        throw Fault(
          segment: index,
          description: "segment \(index) ends at \(end), which is no character boundary of the text"
        )
      }
    }
    guard end == text.utf8.count else {
      throw Fault(
        segment: segments.count,
        description: "the segments end at \(end), the text at \(text.utf8.count)")
    }
    (self.name, self.language, self.text, self.segments) = (name, language, text, segments)
  }

  /// The text of a segment without the white space around it: what is shown and compared.
  public func trimmedText(of segment: Int) -> Substring {
    text.utf8Slice(segments[segment].range).trimmingWhiteSpace()
  }

  /// The UTF-8 range of `trimmedText(of:)`.
  public func trimmedRange(of segment: Int) -> Range<Int> {
    let slice = trimmedText(of: segment)
    let start = text.utf8.distance(from: text.startIndex, to: slice.startIndex)
    return start..<start + slice.utf8.count
  }
}

extension String {
  /// The text at UTF-8 offsets, which must be boundaries of scalars: the one place where offsets
  /// become indexes. O(1) for a native string.
  public func utf8Slice(_ range: Range<Int>) -> Substring {
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return self[start..<utf8.index(start, offsetBy: range.count)]
  }

  fileprivate func isScalarBoundary(_ offset: Int) -> Bool {
    let index = utf8.index(utf8.startIndex, offsetBy: offset)
    return index == utf8.endIndex || utf8[index] & 0b1100_0000 != 0b1000_0000
  }
}

extension Substring {
  /// Without white space, zero-width spaces and byte-order marks at either end.
  public func trimmingWhiteSpace() -> Substring {
    let isSpace = { (scalar: Unicode.Scalar) in
      scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}"
    }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return self[startIndex..<startIndex] }
    return self[first...last].base[first..<scalars.index(after: last)]
  }
}

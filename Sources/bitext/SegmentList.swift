internal import BitextToolkit

/// A segmented document as lines: one a segment.
struct SegmentList {
  let document: Document
  /// Shown above the segments; `nil` when there is only one text.
  let name: String?

  /// `index TAB kind TAB text`, to grep and cut; with several texts the text's name comes first.
  var forPrograms: String {
    document.segments.indices.map { index in
      let kind = document.segments[index].kind.rawValue
      return (name.map { $0 + "\t" } ?? "") + "\(index)\t\(kind)\t\(oneLine(index))\n"
    }.joined()
  }

  /// A list with hanging indents; `#` marks a heading, `~` page furniture with its reason.
  func forPeople(width: Int) -> String {
    let digits = String(max(0, document.segments.count - 1)).count
    var paragraph = 0
    var lines = name.map { "\($0)\n" } ?? ""
    for (index, segment) in document.segments.enumerated() {
      if segment.paragraph != paragraph { lines += "\n" }
      paragraph = segment.paragraph
      let number = String(index)
      let mark = segment.kind == .heading ? "#" : segment.kind == .boilerplate ? "~" : " "
      let margin = String(repeating: " ", count: digits - number.count) + number + " \(mark) "
      let reason = segment.kind == .boilerplate ? segment.reason.map { "  [\($0)]" } ?? "" : ""
      let room = max(20, width - margin.count)
      let indent = String(repeating: " ", count: margin.count)
      let wrapped = TextWrapping.lines(of: oneLine(index) + reason, width: room)
      lines += margin + wrapped.joined(separator: "\n" + indent) + "\n"
    }
    return lines
  }

  /// The segment with white space collapsed: no tab or line feed is left in it.
  private func oneLine(_ index: Int) -> String {
    document.trimmedText(of: index).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

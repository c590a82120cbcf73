internal import BitextToolkit
internal import Foundation

/// A link under review as a screen: both sides next to each other with what stands around them, what
/// speaks for the link and what against it, its rivals, and the keys.
struct ReviewText {
  let session: ReviewSession
  let width: Int
  let isStyled: Bool

  /// The columns between the two sides.
  private static let bar = " │ "
  /// A neighbour of the link is cut after so many lines.
  private static let contextLines = 2
  private static let rivalsShown = 4
  /// A rival less likely than this says nothing.
  private static let leastRival = 0.02

  static let keys = [
    ("a", "accept"), ("r", "reject"), ("u", "undo"), ("n", "next"), ("p", "previous"),
    ("o", "order"), ("q", "quit"),
  ]

  /// - Parameter message: What the last key did.
  func lines(message: String?) -> [String] {
    var lines = [head, rule("─")]
    if let index = session.current {
      let link = session.links[index]
      lines += sides(of: link)
      lines.append(rule("─"))
      lines.append(verdict(index))
      lines += evidence(of: link)
      lines += rivals(of: index)
    } else {
      lines += ["", "All links are decided.", ""]
    }
    lines += ["", message.map { TextWrapping.truncated($0, width: width) } ?? ""]
    lines.append(keyLine)
    return lines
  }

  private var head: String {
    let name = session.path.split(separator: "/").last.map(String.init) ?? session.path
    let (decided, total) = session.progress
    var parts = ["\(decided) of \(Figures.count(total, "link")) decided"]
    if session.candidates > 0 { parts.append(Figures.count(session.candidates, "rival")) }
    parts.append(session.order == .document ? "in order" : "least certain first")
    let right = parts.joined(separator: " · ")
    let left = TextWrapping.truncated(name, width: max(8, width - right.displayWidth - 2))
    let space = max(2, width - left.displayWidth - right.displayWidth)
    return styled(left, .bold) + String(repeating: " ", count: space) + right
  }

  private func rule(_ character: String) -> String {
    styled(String(repeating: character, count: width), .dim)
  }

  // MARK: - The two sides

  private func sides(of link: Bead) -> [String] {
    let column = (width - Self.bar.count) / 2
    let (left, right) = (
      side(link.source, session.bitext.source, width: column),
      side(link.target, session.bitext.target, width: width - column - Self.bar.count)
    )
    return (0..<max(left.count, right.count)).map { row in
      let cells = [left, right].map { $0.indices.contains(row) ? $0[row] : ("", TextStyle.plain) }
      let space = String(repeating: " ", count: max(0, column - cells[0].0.displayWidth))
      let line =
        styled(cells[0].0, cells[0].1) + space + styled(Self.bar, .dim)
        + styled(cells[1].0, cells[1].1)
      return cells[1].0.isEmpty && !isStyled ? line.trimmingTrailingSpaces : line
    }
  }

  /// One side: its name, the segment before, those of the link marked, the segment behind.
  private func side(
    _ indexes: [Int], _ document: Document, width: Int
  ) -> [(String, TextStyle)] {
    guard let first = indexes.first, let last = indexes.last else { return [] }
    let gutter = String(min(last + 1, document.segments.count - 1)).count
    let name = document.name?.split(separator: "/").last.map(String.init) ?? "-"
    var lines = [
      (TextWrapping.truncated("\(document.language) · \(name)", width: width), TextStyle.dim),
      ("", .plain),
    ]
    func add(_ index: Int, isLinked: Bool) {
      let number = String(index)
      let mark =
        (isLinked ? "▶ " : "  ") + String(repeating: " ", count: max(0, gutter - number.count))
        + number + "  "
      let text = String(document.trimmedText(of: index))
      var wrapped = TextWrapping.lines(of: text, width: width - mark.count)
      if !isLinked, wrapped.count > Self.contextLines {
        wrapped = Array(wrapped.prefix(Self.contextLines))
        let end = wrapped.removeLast()
        wrapped.append(TextWrapping.truncated(end + " …", width: width - mark.count))
      }
      for (row, line) in wrapped.enumerated() {
        let lead = row == 0 ? mark : String(repeating: " ", count: mark.count)
        lines.append((lead + line, isLinked ? .bold : .dim))
      }
    }
    if first > 0 { add(first - 1, isLinked: false) }
    for (index, before) in zip(indexes, [first - 1] + indexes) {
      if index > before + 1 {
        lines.append((String(repeating: " ", count: gutter + 2) + "⋯", .dim))
      }
      add(index, isLinked: true)
    }
    if last + 1 < document.segments.count { add(last + 1, isLinked: false) }
    return lines
  }

  // MARK: - What is known

  private func verdict(_ index: Int) -> String {
    let link = session.links[index]
    let filled = Int(link.confidence * 10)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 10 - filled)
    var parts = [link.relation.rawValue]
    if link.strength == .partial { parts.append("partial") }
    parts.append(session.statuses[index] == .candidate ? "rival" : session.statuses[index].rawValue)
    if let by = link.decision?.by { parts.append("by \(by)") }
    return "\(bar) " + styled(Figures.ratio(link.confidence), .bold) + "  "
      + parts.joined(separator: " · ")
  }

  private func evidence(of link: Bead) -> [String] {
    let terms = link.evidence.terms.filter { abs($0.logOdds) >= 0.05 }
    return [("for    ", 1.0), ("against", -1.0)].flatMap { name, sign in
      let mine = terms.filter { $0.logOdds * sign > 0 }
        .map { "\($0.name) " + String(format: "%+.1f", $0.logOdds) }
      return mine.isEmpty
        ? []
        : TextWrapping.lines(of: mine.joined(separator: " · "), width: width - 9)
          .enumerated().map { ($0 == 0 ? styled(name, .dim) : "       ") + "  " + $1 }
    }
  }

  private func rivals(of index: Int) -> [String] {
    let mine = session.links[index]
    let shown = session.neighbours(of: index).filter {
      session.statuses[$0] != .candidate || session.links[$0].confidence >= Self.leastRival
    }
    return shown.prefix(Self.rivalsShown).map { other in
      let rival = session.links[other]
      let text =
        rival.source == mine.source
        ? rival.target.map { String(session.bitext.target.trimmedText(of: $0)) }
        : rival.source.map { String(session.bitext.source.trimmedText(of: $0)) }
      let lead =
        "also     \(Self.numbers(rival.source)):\(Self.numbers(rival.target))  "
        + "\(Figures.ratio(rival.confidence)) \(Self.name(session.statuses[other]))  "
      let rest = TextWrapping.truncated(
        text.joined(separator: " "), width: max(1, width - lead.displayWidth))
      return styled(lead + rest, .dim)
    }
  }

  private static func numbers(_ indexes: [Int]) -> String {
    indexes.map(String.init).joined(separator: "+")
  }

  private static func name(_ status: Bead.Status) -> String {
    status == .candidate ? "rival" : status.rawValue
  }

  // MARK: - Keys

  private var keyLine: String {
    Self.keys.map { styled($0.0, .bold) + " " + $0.1 }.joined(separator: "  ")
  }

  private func styled(_ text: String, _ style: TextStyle) -> String {
    style.applied(to: text, isStyled: isStyled)
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    var text = self
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}

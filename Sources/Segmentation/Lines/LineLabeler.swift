internal import BitextModel

/// Labels lines one after another. A line waits for its label as long as those below it may change it.
struct LineLabeler {
  private struct Waiting {
    var line: LineCutter.Line
    var shape: LineShape
    var label: LineLabel?
  }

  private let rules: LanguageRules
  private var waiting: [Waiting] = []
  /// The ends of the segments of all waiting lines.
  private var ends: [Int] = []
  /// How many of the waiting lines have been read for furniture.
  private var readCount = 0
  /// Whether there is running text near the start; `nil` as long as nobody knows.
  private var hasProse: Bool?
  /// Whether the line above announces links to other articles.
  private var isTeasing = false
  /// Waiting lines that are headings if running text follows.
  private var headings: [Int] = []
  private var hasText = false
  private var paragraph = 0
  /// Bytes that have been dropped.
  private var dropped = 0

  init(rules: LanguageRules) { self.rules = rules }

  /// How far from the start running text is looked for, in bytes (1 MiB).
  private static let proseSearch = 1 << 20
  /// The most headings that stand one above the other.
  private static let longestStack = 3
  /// The most lines of furniture between a heading and its text.
  private static let longestGap = 64

  /// Takes the next line.
  mutating func add(_ line: LineCutter.Line, ends: [Int], in text: UTF8Text) {
    let shape = LineShape(line, in: text)
    waiting.append(Waiting(line: line, shape: shape))
    self.ends += ends
    if hasProse == nil {
      if shape.isProse || line.isLong {
        hasProse = true
      } else if dropped + line.range.upperBound > Self.proseSearch {
        hasProse = false
      }
    }
    readWaiting(in: text)
  }

  /// Labels what waits for more lines: there are none.
  mutating func finish(in text: UTF8Text) {
    hasProse = hasProse ?? false
    readWaiting(in: text)
    settleHeadings { _ in .sentence }
  }

  /// Hands on the segments of the lines that have their label, in order.
  mutating func emit(_ body: (Segment) throws -> Void) rethrows {
    var (lines, segments) = (0, 0)
    for entry in waiting {
      guard let label = entry.label else { break }
      let lineEnds = ends[segments..<segments + entry.line.segmentCount]
      lines += 1
      segments += entry.line.segmentCount
      var start = entry.line.range.lowerBound
      for end in label.isOneSegment ? [entry.line.range.upperBound] : lineEnds {
        try body(
          Segment(
            range: start..<end, kind: label.kind, paragraph: paragraph, reason: label.reason))
        start = end
      }
      if entry.line.isEnd { paragraph += 1 }
    }
    waiting.removeFirst(lines)
    ends.removeFirst(segments)
    readCount -= lines
    for index in headings.indices { headings[index] -= lines }
  }

  /// The first byte of the lines that wait; `nil` when none does.
  var firstWaiting: Int? { waiting.first?.line.range.lowerBound }

  /// Forgets the first bytes of the text, which no waiting line has.
  mutating func drop(_ count: Int) {
    dropped += count
    for index in waiting.indices {
      let (line, range) = (waiting[index].line.range, waiting[index].shape.range)
      waiting[index].line.range = line.lowerBound - count..<line.upperBound - count
      waiting[index].shape.range = range.lowerBound - count..<range.upperBound - count
    }
    for index in ends.indices { ends[index] -= count }
  }

  private mutating func readWaiting(in text: UTF8Text) {
    guard let hasProse else { return }
    let furniture = Furniture(text: text, rules: rules, hasProse: hasProse)
    while readCount < waiting.count {
      let index = readCount
      readCount += 1
      let (line, shape) = (waiting[index].line, waiting[index].shape)
      if let rule = line.isLong && !shape.range.isEmpty ? nil : furniture.rule(for: shape) {
        isTeasing = rule == "link-teaser"
        waiting[index].label = .boilerplate(rule)
        if let heading = headings.first, index - heading > Self.longestGap {
          settleHeadings { _ in .sentence }
        }
      } else if isTeasing, !line.isLong, furniture.isBelowTeaser(shape) {
        waiting[index].label = .boilerplate("link-teaser")
      } else {
        isTeasing = false
        readText(index, in: text)
      }
    }
  }

  private mutating func readText(_ index: Int, in text: UTF8Text) {
    let shape = waiting[index].shape
    if waiting[index].line.isLong || shape.isProse {
      let hasText = hasText
      settleHeadings { place in .heading(!hasText && place == 0 ? "title" : "subhead") }
      self.hasText = true
      waiting[index].label = .sentence
    } else if Heading.isLikely(shape, in: text) {
      headings.append(index)
      if headings.count > Self.longestStack {
        waiting[headings.removeFirst()].label = .sentence
      }
    } else {
      settleHeadings { _ in .sentence }
      waiting[index].label = .sentence
    }
  }

  private mutating func settleHeadings(_ label: (_ place: Int) -> LineLabel) {
    for (place, index) in headings.enumerated() { waiting[index].label = label(place) }
    headings = []
  }
}

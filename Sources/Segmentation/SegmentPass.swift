internal import BitextModel

/// One way through a text, which may arrive in pieces: lines, their sentences, their labels.
struct SegmentPass {
  private var cutter: LineCutter
  private var labeler: LineLabeler

  init(rules: LanguageRules, profile: Segmenter.Profile, isWrapped: Bool, locale: String) {
    cutter = LineCutter(
      rules: rules, profile: profile, isWrapped: isWrapped,
      unicode: UnicodeSentences(locale: locale))
    labeler = LineLabeler(rules: rules)
  }

  /// Hands on, in order, the segments that are certain.
  ///
  /// - Parameters:
  ///   - text: The text as it was given before and what has come since, less what was dropped.
  ///   - isFinal: Whether nothing comes after it.
  mutating func run(
    _ text: UTF8Text, isFinal: Bool, _ body: (Segment) throws -> Void
  ) throws {
    var ends: [Int] = []
    while let line = try cutter.next(in: text, isFinal: isFinal, ends: &ends) {
      labeler.add(line, ends: ends, in: text)
      ends.removeAll(keepingCapacity: true)
      try labeler.emit(body)
    }
    if isFinal {
      labeler.finish(in: text)
      try labeler.emit(body)
    }
  }

  /// How many bytes at the start of the text need not be shown again.
  var doneCount: Int {
    max(0, min(cutter.position, labeler.firstWaiting ?? cutter.position) - Self.memory)
  }

  /// What a decision may look back on, in bytes.
  private static let memory = 1 << 12

  /// Forgets the first bytes of the text.
  mutating func drop(_ count: Int) {
    cutter.drop(count)
    labeler.drop(count)
  }
}

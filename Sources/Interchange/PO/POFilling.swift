internal import BitextModel

/// A catalogue whose empty messages wait for a translation.
///
/// A fuzzy match goes in as gettext's own tools put it: marked `fuzzy`, with the text it was made for.
struct POFilling: Sendable {
  private struct Slot {
    let entry: POEntry
    /// The line of the first `msgstr`, from 1.
    let place: Int
    /// Indexes of segments: of the message, and of its plural.
    let segments: [Int]
  }

  static func document(_ input: UnitFileInput) throws -> FillableDocument {
    let text = try input.text()
    var entries = POEntries(text)
    var languages: (LanguageTag, LanguageTag)?
    var segments: [FillableDocument.Segment] = []
    var slots: [Slot] = []
    var done = 0
    while let entry = try entries.next() {
      if entry.isHeader {
        languages = try PO.languages(entry.forms[0] ?? "", asked: input.languages)
        continue
      }
      guard let id = entry.id, !entry.isObsolete else { continue }
      // Without a place of its own for a translation, a message would take another's.
      guard let place = entry.formLine, place > entry.line else { continue }
      guard entry.forms.values.allSatisfy(\.isEmpty), entry.forms.count <= 2 else {
        done += 1
        continue
      }
      let pair = try languages ?? PO.languages("", asked: input.languages)
      languages = pair
      let texts = [id, entry.plural].compactMap(\.self)
      slots.append(
        Slot(
          entry: entry, place: place, segments: texts.indices.map { segments.count + $0 }))
      segments += texts.map {
        FillableDocument.Segment(
          SegmentContent($0), from: pair.0, to: pair.1, line: entry.line)
      }
    }
    let (waiting, lines) = (slots, POLines(text))
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let head = try input.bytes().starts(with: mark) ? mark : []
    return FillableDocument(segments: segments, done: done) { proposals in
      var lines = lines
      var (translated, proposed) = (0, 0)
      for slot in waiting.reversed() {
        let found = slot.segments.compactMap { proposals[$0].first }
        // A message with a plural wants both, or neither.
        guard found.count == slot.segments.count else { continue }
        let isExact = found.allSatisfy(\.isExact)
        lines.fill(slot.entry, at: slot.place - 1, with: found, isFuzzy: !isExact)
        if isExact { translated += found.count } else { proposed += found.count }
      }
      return FillableDocument.Filled(
        head + lines.bytes, translated: translated, proposed: proposed)
    }
  }
}

/// The lines of a catalogue; a carriage return is part of its line.
private struct POLines {
  private var lines: [String]
  /// Of every line: a carriage return or nothing.
  private let end: String

  init(_ text: String) {
    lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }
    end = lines.first?.utf8.last == 0x0D ? "\r" : ""
  }

  var bytes: [UInt8] { Array(lines.joined(separator: "\n").utf8) }

  /// Puts translations into an entry; those after it have been filled already.
  mutating func fill(
    _ entry: POEntry, at first: Int, with found: [FillableDocument.Proposal], isFuzzy: Bool
  ) {
    let last =
      lines.indices[(first + 1)...].first {
        !lines[$0].utf8.starts(with: "msgstr".utf8) && lines[$0].utf8.first != UInt8(ascii: "\"")
      } ?? lines.count
    let texts = found.map { POWriting.quoted($0.target.text) }
    replace(
      first..<last,
      with: entry.plural == nil
        ? ["msgstr \(texts[0])"] : texts.enumerated().map { "msgstr[\($0)] \($1)" })
    if isFuzzy { markFuzzy(entry, from: found, at: entry.line - 1) }
  }

  private mutating func markFuzzy(
    _ entry: POEntry, from found: [FillableDocument.Proposal], at id: Int
  ) {
    var start = id
    while start > 0, lines[start - 1].utf8.first == UInt8(ascii: "\"") { start -= 1 }
    let hasContext = start > 0 && lines[start - 1].hasPrefix("msgctxt")
    start = hasContext ? start - 1 : id
    var sources = ["#| msgid \(POWriting.quoted(found[0].source.text))"]
    if entry.plural != nil, found.count > 1 {
      sources.append("#| msgid_plural \(POWriting.quoted(found[1].source.text))")
    }
    replace(start..<start, with: sources)
    let flags = lines.indices[..<start].reversed().prefix {
      lines[$0].utf8.first == UInt8(ascii: "#")
    }
    .first { lines[$0].hasPrefix("#,") }
    if let flags {
      lines[flags] = "#, fuzzy," + lines[flags].dropFirst(2)
    } else {
      replace(start..<start, with: ["#, fuzzy"])
    }
  }

  private mutating func replace(_ range: Range<Int>, with fresh: [String]) {
    lines.replaceSubrange(range, with: fresh.map { $0 + end })
  }
}

internal import BitextToolkit

/// The segments of a text as they are printed, one by one, so that a text of any size passes.
struct SegmentList {
  enum Form {
    /// `index TAB kind TAB text`, to grep and cut; with several texts the text's name comes first.
    case programs
    /// A list with hanging indents, so many columns wide; `#` marks a heading, `~` page furniture with
    /// its reason.
    case people(Int)
    /// One `SegmentRecord`.
    case json
  }

  let form: Form
  let name: String
  let language: LanguageTag
  let guess: LanguageGuess?
  /// Whether this is the only text of the run.
  let isOnly: Bool

  /// What comes before the segments.
  var head: String {
    get throws {
      switch form {
      case .programs: return ""
      case .people: return isOnly ? "" : "\(name)\n"
      case .json:
        // The record of no segments, up to where they start.
        let record = SegmentRecord(
          id: .text(name), document: try Document(language: language, text: "", segments: []),
          guess: guess)
        return String(try JSONText.line(record).dropLast(Self.jsonTail.count))
      }
    }
  }

  func entry(_ entry: SegmentRecord.Entry, startsParagraph: Bool) throws -> String {
    switch form {
    case .programs:
      return (isOnly ? "" : name + "\t")
        + "\(entry.index)\t\(entry.kind.rawValue)\t\(oneLine(entry))\n"
    case .people(let width):
      return (startsParagraph ? "\n" : "") + hanging(entry, width: width)
    case .json: return (entry.index > 0 ? "," : "") + (try JSONText.line(entry))
    }
  }

  /// What comes behind the segments.
  var tail: String {
    if case .json = form { return Self.jsonTail + "\n" }
    return ""
  }

  private static let jsonTail = "],\"v\":1}"

  private func hanging(_ entry: SegmentRecord.Entry, width: Int) -> String {
    let number = String(entry.index)
    let mark = entry.kind == .heading ? "#" : entry.kind == .boilerplate ? "~" : " "
    let pad = String(repeating: " ", count: max(0, Self.digits - number.count))
    let margin = "\(pad)\(number) \(mark) "
    let reason = entry.kind == .boilerplate ? entry.reason.map { "  [\($0)]" } ?? "" : ""
    let indent = String(repeating: " ", count: margin.count)
    let lines = TextWrapping.lines(
      of: oneLine(entry) + reason, width: max(20, width - margin.count))
    return margin + lines.joined(separator: "\n" + indent) + "\n"
  }

  /// The width of the index.
  private static let digits = 3

  /// The segment with white space collapsed: no tab or line feed is left in it.
  private func oneLine(_ entry: SegmentRecord.Entry) -> String {
    // Nothing to do for most, and characters take long.
    if !entry.text.utf8.contains(where: { $0 < 0x20 || $0 >= 0xC2 && $0 != 0xC3 || $0 == 0x85 }),
      !entry.text.contains("  ")
    {
      return entry.text
    }
    return entry.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

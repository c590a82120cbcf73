internal import UnicodeText

/// Unicode's sentence boundaries (UAX #29, by ICU), asked for from place to place.
///
/// A class, because it owns an ICU handle, opened when it is first needed: most texts in an alphabet
/// never need it.
final class UnicodeSentences {
  private let locale: String
  private var iterator: BoundaryIterator?

  init(locale: String) { self.locale = locale }

  /// The text that ICU is shown at once, in bytes.
  private static let window = 1 << 16

  /// The first boundary after an offset that is one itself; `nil` when there is none before the end.
  func boundary(in text: UTF8Text, from start: Int, to end: Int) throws -> Int? {
    if iterator == nil { iterator = try BoundaryIterator(.sentence, locale: locale) }
    var start = start
    while start < end {
      var limit = min(end, start + Self.window)
      while limit < end, text[limit] & 0xC0 == 0x80 { limit -= 1 }
      let found = try iterator?.firstBoundary(in: text.slice(start..<limit)) ?? limit - start
      if start + found < limit { return start + found }
      start = limit
    }
    return nil
  }
}

internal import BitextModel
internal import UnicodeText

/// A translation with the query's numbers and placeholders put in for the memory's: what would have to
/// be typed, never what the memory says.
public struct Adaptation: Sendable, Hashable, Codable {
  public struct Replacement: Sendable, Hashable, Codable {
    /// What the memory's translation has, and what stands there now.
    public let old, new: String
  }

  /// The translation, adapted.
  public let text: String
  /// In the order of the translation.
  public let replacements: [Replacement]

  /// `nil` when the two source texts differ in anything else than numbers and placeholders, or not even
  /// in these, or when one that differs does not stand as often in the translation as in the source.
  ///
  /// - Parameters:
  ///   - source: The memory's text in the query's language.
  ///   - target: Its translation; asked for only where the source texts allow an adaptation.
  public init?(
    of query: ComparedText, source: ComparedText, target: @autoclosure () throws -> ComparedText
  ) rethrows {
    let (wanted, there) = (AdaptableElement.parts(of: query), AdaptableElement.parts(of: source))
    guard wanted.words == there.words, wanted.elements != there.elements,
      zip(wanted.elements, there.elements).allSatisfy({ $0.isNumber == $1.isNumber })
    else { return nil }
    let target = try target()
    guard !target.content.hasCodes else { return nil }
    // Each element of the source goes with the next one of the translation that is written so.
    var places = AdaptableElement.parts(of: target).elements
    var changes: [(range: Range<Int>, replacement: Replacement)] = []
    for (new, old) in zip(wanted.elements, there.elements) {
      guard
        let spelling = old.spellings.first(where: { spelling in
          places.contains { $0.text == spelling }
        }), let place = places.firstIndex(where: { $0.text == spelling })
      else {
        if new.text == old.text { continue }
        return nil
      }
      let taken = places.remove(at: place)
      if new.text == old.text { continue }
      let written = spelling == old.text ? new.text : new.otherSpelling
      changes.append((taken.range, Replacement(old: taken.text, new: written)))
    }
    guard !changes.isEmpty else { return nil }
    var bytes: [UInt8] = []
    var end = 0
    let old = Array(target.text.utf8)
    changes.sort { $0.range.lowerBound < $1.range.lowerBound }
    for (range, replacement) in changes {
      bytes += old[end..<range.lowerBound] + Array(replacement.new.utf8)
      end = range.upperBound
    }
    text = String(decoding: bytes + old[end...], as: UTF8.self)
    replacements = changes.map(\.replacement)
  }
}

extension AdaptableElement {
  /// As it may stand in another language: itself, or a number with point and comma exchanged.
  fileprivate var spellings: [String] { isNumber ? [text, otherSpelling] : [text] }

  /// `1.500,25` for `1,500.25`.
  fileprivate var otherSpelling: String {
    String(text.map { $0 == "." ? "," : $0 == "," ? "." : $0 })
  }
}

extension FoundMatch {
  /// The translation with the query's numbers and placeholders; `nil` where they do not differ, or other
  /// things do.
  ///
  /// - Throws: `ICUFailure` for text that ICU cannot take.
  public func adaptation() throws -> Adaptation? {
    guard match.similarity < 100 else { return nil }
    return try Adaptation(
      of: query, source: text,
      target: try ComparedText(target.content, tokenizer: WordTokenizer()))
  }
}

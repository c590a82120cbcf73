public import BitextModel
public import UnicodeText

/// A variant as an index takes it in.
public struct IndexEntry: Sendable {
  let language: LanguageTag
  /// The case-folded words and numbers with their keys.
  let words: [String]
  let keys: [WordKey]
  let skeleton: UInt32
  let signature: UInt64
  var facts: EntryFacts

  /// The entries of a unit, one a variant, in their order.
  ///
  /// - Throws: `ICUFailure` for text that ICU cannot take, such as 2 GiB of it.
  public static func entries(
    of unit: TranslationUnit, tokenizer: borrowing WordTokenizer
  ) throws(ICUFailure) -> [IndexEntry] {
    var entries: [IndexEntry] = []
    for (position, variant) in unit.variants.enumerated() {
      let text = try ComparedText(variant.content, tokenizer: tokenizer)
      let context = UnitContext(of: variant, in: unit)
      entries.append(IndexEntry(text, variant.language, at: position, context))
    }
    return entries
  }

  private init(
    _ text: ComparedText, _ language: LanguageTag, at position: Int, _ context: UnitContext
  ) {
    self.language = language
    (words, keys) = (text.words, text.keys)
    skeleton = UInt32(truncatingIfNeeded: text.skeleton)
    signature = text.signature
    facts = EntryFacts(text)
    facts.position = UInt16(clamping: position)
    facts.previous = EntryFacts.neighbour(context.previous)
    facts.next = EntryFacts.neighbour(context.next)
  }
}

extension ComparedText {
  /// A bit for each word, several words a bit.
  var signature: UInt64 { keys.reduce(0) { $0 | $1.signatureBit } }
}

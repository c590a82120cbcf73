internal import BitextModel
internal import Foundation

/// Splits a compound into words that the lexicon knows.
///
/// Of all splits into known words, joined by one of the language's linking elements, the one with the
/// highest geometric mean of the words' counts is taken (Koehn & Knight 2003, section 4.1).
public struct CompoundSplitter: Sendable {
  private let lexicon: Lexicon
  private let side: Lexicon.Side
  private let linkers: [[UInt8]]
  private let forms: WordForms

  /// Shorter words than this many UTF-8 bytes are no part of a compound: they match by chance.
  private static let shortestPart = 3
  private static let mostParts = 4
  /// Longer runs of letters, in UTF-8 bytes, are no words but data: to split them takes for ever.
  private static let longestWord = 96
  /// In logarithms of counts, for each part more than two: frequent short words would take `Haushalt` apart.
  private static let partCost = 1.0
  /// The same for each linking element: `einkommen-steuer` rather than `einkommen-s-teuer`.
  private static let linkerCost = 0.5

  /// Particles that begin or end words without being parts of a compound: to split `Nachrichten` at
  /// them would take its meaning away.
  private static let particles: Set<String> = [
    "ab", "aber", "als", "alle", "allen", "aller", "alles", "anti", "auch", "auf", "aus", "bei",
    "beim",
    "bin", "bis", "dann", "das", "dass", "dem", "den", "der", "des", "die", "dies", "dir", "doch",
    "dort",
    "durch", "ein", "eine", "einen", "einer", "eines", "ent", "entgegen", "erst", "fast", "fest",
    "fort",
    "frei", "für", "gar", "gegen", "gleich", "haben", "hat", "her", "hier", "hin", "hinter", "ich",
    "ihm",
    "ihn", "ihr", "ihre", "immer", "in", "ist", "kein", "los", "man", "mehr", "mein",
    "mir",
    "mit", "nach", "neben", "nicht", "noch", "nun", "nur", "ob", "oder", "ohne", "sehr", "sein",
    "seine",
    "seit", "sich", "sie", "sind", "solche", "teil", "über", "um", "und", "uns", "unter", "usw",
    "ver",
    "vom", "von", "vor", "voll", "war", "was", "wegen", "weiter", "wenn", "wer", "wie", "wieder",
    "will",
    "wir", "wird", "wohl", "zer", "zum", "zur", "zusammen", "zwischen", "ant", "chen", "heit",
    "keit",
    "lich", "lein", "ling", "ions", "ion", "ten", "tes", "ter", "tag", "bar", "sam", "haft",
    "schaft", "los",
    "wert",
    "und", "gen", "ren", "ben", "ker", "all", "ausser", "ich", "art", "ern", "eis", "ehr",
  ]

  public init(_ lexicon: Lexicon, side: Lexicon.Side) {
    let language = side == .source ? lexicon.info.source : lexicon.info.target
    self.lexicon = lexicon
    self.side = side
    self.linkers = Self.linkers(of: language.language).map { Array($0.utf8) }
    forms = WordForms(lexicon, side)
  }

  /// Linking elements between the parts; none for languages that write compounds apart.
  private static func linkers(of language: String) -> [String] {
    switch language {
    case "de": ["", "s", "n", "es", "en", "er", "e", "-", "s-"]
    case "nl", "sv", "da", "nb", "no": ["", "s", "e", "en", "-"]
    default: []
    }
  }

  /// A part of a compound and its place in the word, in UTF-8 bytes, linking element left out.
  struct Part: Hashable {
    let term: Lexicon.Term
    let range: Range<Int>
  }

  /// The parts of a case-folded word; empty when no split is better than the whole.
  public func split(_ word: String) -> [String] {
    parts(of: word).map { lexicon.text(of: $0.term, side) }
  }

  func parts(of word: String) -> [Part] {
    guard !linkers.isEmpty,
      (2 * Self.shortestPart...Self.longestWord).contains(word.utf8.count)
    else { return [] }
    var best: (score: Double, parts: [Part]) = (
      logCount(of: lexicon.term(word, side)) ?? -.infinity, []
    )
    extend(Array(word.utf8), from: 0, parts: [], logSum: 0, best: &best)
    return best.parts
  }

  private func extend(
    _ word: [UInt8], from start: Int, parts: [Part], logSum: Double,
    best: inout (score: Double, parts: [Part])
  ) {
    if start == word.count, parts.count > 1 {
      let score = logSum / Double(parts.count) - Self.partCost * Double(parts.count - 2)
      if score > best.score { best = (score, parts) }
      return
    }
    guard parts.count < Self.mostParts, word.count - start >= Self.shortestPart else { return }
    for end in (start + Self.shortestPart)...word.count where isBoundary(end, of: word) {
      guard let (term, logCount) = part(word, start..<end, isLast: end == word.count) else {
        continue
      }
      let next = parts + [Part(term: term, range: start..<end)]
      if end == word.count {
        extend(word, from: end, parts: next, logSum: logSum + logCount, best: &best)
        continue
      }
      for linker in linkers
      where end + linker.count < word.count && word[end...].starts(with: linker) {
        extend(
          word, from: end + linker.count, parts: next,
          logSum: logSum + logCount - (linker.isEmpty ? 0 : Self.linkerCost), best: &best)
      }
    }
  }

  /// A known word at that place. The last part may be inflected; an inner one may have lost its final e.
  private func part(
    _ word: [UInt8], _ range: Range<Int>, isLast: Bool
  ) -> (Lexicon.Term, Double)? {
    let bytes = word[range]
    let text = String(decoding: bytes, as: UTF8.self)
    if Self.particles.contains(text) { return nil }
    if let found = known(bytes.withUnsafeBytes { lexicon.term($0, side) }) { return found }
    if isLast {
      return forms.terms(of: text).lazy.filter(isPart).compactMap(known).first
    }
    return known(lexicon.term(text + "e", side))
  }

  private func isPart(_ term: Lexicon.Term) -> Bool {
    let text = lexicon.text(of: term, side)
    return text.utf8.count >= Self.shortestPart && !Self.particles.contains(text)
  }

  private func known(_ term: Lexicon.Term?) -> (Lexicon.Term, Double)? {
    guard let term, lexicon.hasTranslations(term, side), let logCount = logCount(of: term)
    else { return nil }
    return (term, logCount)
  }

  private func logCount(of term: Lexicon.Term?) -> Double? {
    guard let term else { return nil }
    let count = lexicon.count(of: term, side)
    return count > 0 ? log(Double(count)) : nil
  }

  private func isBoundary(_ offset: Int, of word: [UInt8]) -> Bool {
    offset == word.count || word[offset] & 0b1100_0000 != 0b1000_0000
  }
}

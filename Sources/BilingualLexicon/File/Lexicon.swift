public import BitextModel
internal import Foundation

/// Knowledge of which words and phrases of one language translate which of another: a compiled,
/// memory-mapped file.
///
/// Terms are case-folded (`Folding.caseFolded`), the words of a phrase one space apart.
public struct Lexicon: Sendable {
  /// The two languages of a lexicon, in the order of its file.
  public enum Side: Int, Sendable, CaseIterable {
    case source, target

    public var other: Side { self == .source ? .target : .source }
  }

  /// A term of one side, by its rank in the order of UTF-8 bytes.
  public typealias Term = UInt32

  /// A term of the other side that translates a term.
  public struct Translation: Sendable, Hashable {
    public let term: Term
    /// Above 0, at most 1; 1 for what a dictionary says.
    public let probability: Double
    /// The places of its origins in the lexicon's info, a bit each.
    let originMask: UInt8
  }

  public let info: LexiconInfo
  private let file: MappedFile
  private let sides: [LexiconSide]
  /// The origins that were learned from texts, a bit each.
  private let learned: UInt8
  /// Where the sections begin, after the metadata.
  private let bodyStart: Int

  /// Opens a compiled lexicon: reads and checks the head, not the words. A file that is cut off, of
  /// another kind or version, or whose parts do not fit is refused; `isIntact` reads the rest.
  public init(path: String) throws(LexiconFault) {
    try self.init(file: MappedFile(path: path), path: path)
  }

  init(bytes: [UInt8]) throws(LexiconFault) {
    try self.init(file: MappedFile(bytes), path: "(built in memory)")
  }

  private init(file: MappedFile, path: String) throws(LexiconFault) {
    let bytes = file.bytes
    guard bytes.count >= LexiconLayout.headLength,
      bytes.prefix(8).elementsEqual(LexiconLayout.magic)
    else { throw LexiconFault(path: path, reason: .foreign) }
    let version = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
    guard version == LexiconLayout.version else {
      throw LexiconFault(path: path, reason: .version(version))
    }
    let length = bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self).littleEndian
    guard length == bytes.count else {
      throw LexiconFault(
        path: path, reason: .truncated(expected: Int(clamping: length), found: bytes.count))
    }
    let metaLength = Int(bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self).littleEndian)
    let metaStart = LexiconLayout.headLength + LexiconLayout.tableLength
    bodyStart = metaStart + metaLength
    guard bodyStart <= bytes.count,
      LexiconLayout.headChecksum(bytes, bodyStart: bodyStart)
        == bytes.loadUnaligned(fromByteOffset: LexiconLayout.headChecksum, as: UInt64.self)
        .littleEndian,
      let info = try? JSONDecoder().decode(
        LexiconInfo.self, from: Data(bytes[metaStart..<bodyStart])),
      let source = LexiconSide(bytes, side: .source), let target = LexiconSide(bytes, side: .target)
    else { throw LexiconFault(path: path, reason: .damaged) }
    (self.info, self.file, self.sides) = (info, file, [source, target])
    learned = info.origins.enumerated().reduce(0 as UInt8) { mask, origin in
      origin.element.kind == .learned ? mask | 1 << UInt8(min(origin.offset, 7)) : mask
    }
  }

  /// Names the content, whatever the file is called: the checksum of its head, which holds that of the
  /// rest, in 16 hexadecimal digits.
  public var fingerprint: String {
    let sum = file.bytes.loadUnaligned(
      fromByteOffset: LexiconLayout.headChecksum, as: UInt64.self)
    let digits = String(sum.littleEndian, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Whether the content fits its checksum. Reads the whole file.
  public func isIntact() -> Bool {
    let expected = file.bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self).littleEndian
    return LexiconLayout.checksum(file.bytes, from: bodyStart) == expected
  }

  /// The side of a language, `nil` when the lexicon does not know it.
  public func side(of language: LanguageTag) -> Side? {
    if info.source.language == language.language { return .source }
    return info.target.language == language.language ? .target : nil
  }

  /// Whether the lexicon translates between the two languages, in either direction.
  public func joins(_ a: LanguageTag, _ b: LanguageTag) -> Bool {
    guard let side = self.side(of: a), let other = self.side(of: b) else { return false }
    return side != other
  }

  public func termCount(_ side: Side) -> Int { sides[side.rawValue].termCount }

  /// Pairs of terms.
  public var entryCount: Int { sides[0].entryCount }

  /// The bytes of the file.
  public var byteCount: Int { file.bytes.count }

  /// The term of that case-folded text.
  public func term(_ folded: String, _ side: Side) -> Term? {
    var folded = folded
    return folded.withUTF8 { sides[side.rawValue].term(UnsafeRawBufferPointer($0)) }
  }

  /// The same for UTF-8 bytes, without a `String`.
  func term(_ utf8: UnsafeRawBufferPointer, _ side: Side) -> Term? {
    sides[side.rawValue].term(utf8)
  }

  public func text(of term: Term, _ side: Side) -> String { sides[side.rawValue].text(of: term) }

  /// How often the term, a word, stands in the dictionaries' phrases: a stand-in for its frequency.
  public func count(of term: Term, _ side: Side) -> Int { sides[side.rawValue].count(of: term) }

  /// What a term translates to, likeliest first.
  public func translations(of term: Term, _ side: Side) -> [Translation] {
    sides[side.rawValue].translations(of: term)
  }

  /// Where a translation comes from.
  public func origins(of translation: Translation) -> [LexiconInfo.Origin] {
    info.origins.enumerated().filter { place, _ in
      translation.originMask & 1 << UInt8(min(place, 7)) != 0
    }.map(\.element)
  }

  /// Whether a translation was only learned from texts, listed by nobody.
  func isLearned(_ translation: Translation) -> Bool { translation.originMask & ~learned == 0 }

  public func hasTranslations(_ term: Term, _ side: Side) -> Bool {
    sides[side.rawValue].hasTranslations(term)
  }

  /// Whether the lexicon lists inflected forms of a side.
  public func hasBaseForms(_ side: Side) -> Bool { sides[side.rawValue].hasBaseForms }

  /// The terms, with translations, that a term is an inflected form of, by rank.
  public func baseForms(of term: Term, _ side: Side) -> [Term] {
    Array(sides[side.rawValue].baseForms(of: term))
  }

  /// The words that matter of a phrase, as base forms; none of a single word.
  func words(of phrase: Term, _ side: Side) -> NumberList {
    sides[side.rawValue].words(of: phrase)
  }

  /// The phrases, with translations, of which a word, as a base form, is the rarest.
  func phrases(around word: Term, _ side: Side) -> NumberList {
    sides[side.rawValue].phrases(around: word)
  }

  /// Whether a word is as frequent as articles and prepositions.
  func isFrequent(_ term: Term, _ side: Side) -> Bool {
    FrequentWords.contain(
      count(of: term, side),
      of: info.words.indices.contains(side.rawValue)
        ? info.words[side.rawValue] : 0)
  }
}

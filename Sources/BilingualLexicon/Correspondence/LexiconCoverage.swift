public import BitextModel
public import UnicodeText

/// How many of a text's words lexicons know: whether they help with such texts.
///
/// Content words are counted, wherever they stand: not values, nor words as frequent as articles.
public struct LexiconCoverage: Sendable, Hashable {
  /// Content words of the text.
  public private(set) var total = 0
  /// Those that have translations as they stand, or by a base form.
  public private(set) var whole = 0
  /// Those of which only the parts of the compound have.
  public private(set) var compounds = 0
  /// Those that nothing knows and that stand capitalised within sentences: in English, names.
  public private(set) var names = 0
  /// The words that nothing knows, the most frequent first, then by the alphabet.
  public private(set) var unknown: [String] = []

  public var known: Int { whole + compounds }
  /// Known of all, 0 to 1; `nil` when there is no content word.
  public var share: Double? { total == 0 ? nil : Double(known) / Double(total) }

  public init() {}

  /// Of a document without its boilerplate.
  public init(_ document: Document, lexicons: [Lexicon]) throws(ICUFailure) {
    let segments = document.segments.indices.filter {
      document.segments[$0].kind != .boilerplate
    }
    let text = try AnalysedText(
      segments.map { document.trimmedText(of: $0) }, language: document.language)
    self.init(text, lexicons: lexicons)
  }

  public init(_ text: AnalysedText, lexicons: [Lexicon]) {
    self.init(text, TypeTerms(text, lexicons: lexicons))
  }

  init(_ text: AnalysedText, _ terms: TypeTerms) {
    var counts = [Int](repeating: 0, count: text.types.count)
    for token in text.segments.joined() { counts[token.type] += 1 }
    var missed: [(word: String, count: Int)] = []
    for (type, count) in counts.enumerated() where !text.types[type].isValue {
      switch terms.knowledge(of: type) {
      case .functionWord: continue
      case .whole: whole += count
      case .compound: compounds += count
      case .none:
        missed.append((text.types[type].text, count))
        if text.types[type].isCapitalised { names += count }
      }
      total += count
    }
    unknown = missed.sorted { ($1.count, $0.word) < ($0.count, $1.word) }.map(\.word)
  }

  /// Adds up the counts; the unknown words follow one another.
  public mutating func add(_ other: LexiconCoverage) {
    total += other.total
    whole += other.whole
    compounds += other.compounds
    names += other.names
    unknown += other.unknown.filter { !unknown.contains($0) }
  }
}

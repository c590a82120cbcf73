public import BilingualLexicon
public import BitextModel
internal import Foundation
internal import Interchange

/// Compiles dictionaries, glossaries and texts into one lexicon; each source is named in it.
public struct LexiconCompilation {
  private var builder: LexiconBuilder
  /// Words listed by a dictionary are likelier right than those learned; learned ones say how likely.
  public private(set) var entryCount = 0

  public init(from source: LanguageTag, to target: LanguageTag) {
    builder = LexiconBuilder(source: source, target: target)
  }

  /// Adds a dictionary or a glossary.
  ///
  /// - Parameter headwords: The language of a dictionary's headwords, where the file does not tell.
  /// - Returns: What was read, in a line for a person.
  public mutating func add(_ path: String, headwords: LanguageTag? = nil) throws -> String {
    let source = try LexiconSource(path)
    switch source.format {
    case .ding: return try addDing(path)
    case .dictd: return try addDictd(source, headwords)
    case .glossary: return try addGlossary(path)
    case .tbx: return try addTerms(path)
    }
  }

  // MARK: Dictionaries

  private mutating func addDing(_ path: String) throws -> String {
    guard let german = side(of: "de"), side(of: "en") != nil else {
      throw InputFault(
        path, "Ding is German and English, not \(builder.source) and \(builder.target)",
        remedy: "Give --from de --to en, or a dictionary of the two languages")
    }
    let text = try LexiconSource.text(path)
    let report = DingReader.read(text, headwords: german, into: &builder)
    guard report.entries > 0 else {
      throw InputFault(
        path, line: 1, "not a Ding dictionary (no line “word :: translation”)",
        remedy: "Give the file of Debian's trans-de-en, /usr/share/trans/de-en, or a dictd index, "
          + "TSV or TMX by its ending")
    }
    return record(
      "Ding de-en (\(report.version)), Frank Richter, TU Chemnitz", "GPL-2.0-or-later", report,
      whatIsSkipped: "lines without “::”")
  }

  private mutating func addDictd(_ source: LexiconSource, _ headwords: LanguageTag?) throws
    -> String
  {
    let (index, dictionary) = source.dictdFiles
    let named = source.namedLanguages
    let language = headwords ?? named?.0 ?? builder.source
    guard let side = side(of: language.language), named.map({ knows($0) }) ?? true else {
      throw InputFault(
        source.path, "not a dictionary of \(builder.source) and \(builder.target), by its name",
        remedy: "Say with --headwords which of the two its headwords are in")
    }
    let report = DictdReader.read(
      index: try LexiconSource.data(index), dictionary: try LexiconSource.data(dictionary),
      headwords: side, into: &builder)
    guard report.reading.entries > 0 else {
      throw InputFault(
        index, "no entry could be read",
        remedy: "Give an index of dictd, such as freedict-deu-fra.index")
    }
    let name = report.name.isEmpty ? URL(fileURLWithPath: index).lastPathComponent : report.name
    return record(
      name, report.licence.isEmpty ? "see the package's copyright file" : report.licence,
      report.reading, whatIsSkipped: "lines of the index")
  }

  private func knows(_ languages: (LanguageTag, LanguageTag)) -> Bool {
    Set([languages.0.language, languages.1.language])
      == Set([builder.source.language, builder.target.language])
  }

  private func side(of language: String) -> Lexicon.Side? {
    if builder.source.language == language { return .source }
    return builder.target.language == language ? .target : nil
  }

  // MARK: Glossaries and texts

  /// Longer texts are sentences, which `learn` reads.
  private static let longestTerm = 6

  private mutating func addGlossary(_ path: String) throws -> String {
    var report = DictionaryReport()
    let texts = BilingualTexts(path: path, source: builder.source, target: builder.target)
    try texts.forEachPair { source, target in
      let isTerm = { (text: String) in
        (1...Self.longestTerm).contains(text.split(whereSeparator: \.isWhitespace).count)
      }
      guard isTerm(source), isTerm(target) else {
        report.skipped += 1
        return
      }
      builder.add(source, target)
      builder.count(wordsOf: source, .source)
      builder.count(wordsOf: target, .target)
      report.entries += 1
    }
    guard report.entries > 0 else {
      throw InputFault(
        path, "no pair of terms in \(builder.source) and \(builder.target)",
        remedy: "Sentences are read with --learn")
    }
    return record(
      "Glossary \(URL(fileURLWithPath: path).lastPathComponent)", "its owner's", report,
      kind: .glossary, whatIsSkipped: "units longer than a term")
  }

  /// Adds a terminology database: all terms of a concept translate each other.
  private mutating func addTerms(_ path: String) throws -> String {
    let concepts: [TBX.Concept]
    let bytes = try LexiconSource.data(path)
    do throws(TBX.ParseError) { concepts = try TBX.concepts(in: bytes) } catch {
      throw InputFault(path, line: error.line, error.cause)
    }
    var report = DictionaryReport()
    for concept in concepts {
      let sides = [builder.source, builder.target].map { tag in
        concept.terms.filter { $0.language.language == tag.language }.map(\.text)
      }
      for source in sides[0] {
        for target in sides[1] {
          builder.add(source, target)
          report.entries += 1
        }
      }
      if sides[0].isEmpty || sides[1].isEmpty { report.skipped += 1 }
      for (side, terms) in zip(Lexicon.Side.allCases, sides) {
        for term in terms { builder.count(wordsOf: term, side) }
      }
    }
    guard report.entries > 0 else {
      throw InputFault(
        path, "no concept with terms in \(builder.source) and \(builder.target)",
        remedy: "Check --from and --to")
    }
    return record(
      "Terms \(URL(fileURLWithPath: path).lastPathComponent)", "its owner's", report,
      kind: .glossary, whatIsSkipped: "concepts without terms in both languages")
  }

  /// Segments analysed at a time, so that a memory of any size is read in bounded space.
  private static let batch = 4096

  /// Learns which words translate each other from the pairs of texts of several files at once.
  ///
  /// - Parameter paths: Memories (folders), TMX, alignment files, tab-separated values.
  /// - Returns: What was learned, in a line for a person.
  public mutating func learn(
    from paths: [String], _ settings: LexiconLearner.Settings = .init()
  ) throws -> String {
    var learner = LexiconLearner(
      source: builder.source, target: builder.target, settings: settings)
    var batch: [(String, String)] = []
    func take() throws {
      let source = try AnalysedText(batch.map { $0.0[...] }, language: builder.source)
      let target = try AnalysedText(batch.map { $0.1[...] }, language: builder.target)
      learner.add(source, target, pairs: batch.indices.map { (source: $0, target: $0) })
      batch.removeAll(keepingCapacity: true)
    }
    for path in paths {
      let texts = BilingualTexts(path: path, source: builder.source, target: builder.target)
      try texts.forEachPair { source, target in
        batch.append((source, target))
        if batch.count == Self.batch { try take() }
      }
    }
    try take()
    let names = paths.map { URL(fileURLWithPath: $0).lastPathComponent }.joined(separator: ", ")
    guard learner.pairCount > 0 else {
      throw InputFault(
        paths.joined(separator: ", "), "no text in both \(builder.source) and \(builder.target)")
    }
    var report = DictionaryReport()
    report.entries = learner.add(to: &builder)
    return record(
      "Learned from \(learner.pairCount) pairs of segments of \(names)", "its owner's", report,
      kind: .learned, whatIsSkipped: "")
  }

  // MARK: Tables and the file

  /// Adds the lemma tables and the frequency tables of the two languages that lie in the data folder.
  ///
  /// - Parameter frequencies: Whether words weigh by the frequency tables; otherwise by how often they
  ///   stand in the sources, as where there is no table.
  /// - Returns: What was read, a line a table.
  public mutating func addTables(frequencies: Bool = true) throws -> [String] {
    var lines: [String] = []
    for (side, tag) in zip(Lexicon.Side.allCases, [builder.source, builder.target]) {
      if let text = try Self.table(DataFolders.lemmas, tag) {
        let report = LemmaReader.read(text, side, into: &builder)
        lines.append("lemmas of \(tag): \(report.entries) forms")
        record(table: "Lemmas", .lemmas, report)
      }
      if frequencies, let text = try Self.table(DataFolders.frequencies, tag) {
        let report = FrequencyReader.read(text, side, into: &builder)
        lines.append("frequencies of \(tag): \(report.entries) words")
        record(table: "Frequencies", .frequencies, report)
      }
    }
    return lines
  }

  /// `nil` when there is none of the language.
  private static func table(_ folder: String, _ tag: LanguageTag) throws -> String? {
    let path = folder + "/" + tag.language + ".tsv"
    return FileManager.default.fileExists(atPath: path) ? try TextFile.read(path) : nil
  }

  /// The first line of a table says what it is of and, after a semicolon, its licence.
  private mutating func record(
    table: String, _ kind: LexiconInfo.Origin.Kind, _ report: DictionaryReport
  ) {
    let parts = report.version.split(separator: "; ", maxSplits: 1)
    builder.record(
      LexiconInfo.Origin(
        name: "\(table) of \(parts.first.map(String.init) ?? "a table without a name")", kind: kind,
        licence: parts.count > 1 ? String(parts[1]) : "its owner's", entries: report.entries,
        skipped: report.skipped))
  }

  /// Makes the folder of lexicons where there is none, and sees to it that `path` can be written: before
  /// the work, because it takes a while.
  public static func prepare(_ path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    if folder.path == URL(fileURLWithPath: DataFolders.lexicons).path {
      try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    _ = try OutputFile(path)
  }

  public func write(to path: String) throws {
    try OutputFile.write(builder.compiled(), to: path)
  }

  private mutating func record(
    _ name: String, _ licence: String, _ report: DictionaryReport,
    kind: LexiconInfo.Origin.Kind = .dictionary, whatIsSkipped: String
  ) -> String {
    builder.record(
      LexiconInfo.Origin(
        name: name, kind: kind, licence: licence, entries: report.entries, skipped: report.skipped))
    entryCount += report.entries
    var line = "\(name): \(report.entries) entries"
    if report.skipped > 0 {
      line += ", \(report.skipped) \(whatIsSkipped) skipped"
      let first = zip(report.firstSkipped, report.firstTexts).map { "\($0): “\($1)”" }
      if !first.isEmpty { line += " (the first: \(first.joined(separator: ", ")))" }
    }
    return line
  }
}

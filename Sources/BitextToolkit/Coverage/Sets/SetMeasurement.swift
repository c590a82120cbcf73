internal import BilingualLexicon
internal import BitextMeasures
internal import BitextModel
internal import SentenceAlignment

/// Measures two sets of documents, several pairs at a time.
public struct SetMeasurement: Sendable {
  public let builder: BitextBuilder
  public let measure: CoverageMeasure
  /// `nil` chooses by the documents' names: `DocumentPairing.method`.
  public var method: DocumentPairing.Method?
  /// With how many documents each is compared, when comparability chooses.
  public var partners = 5
  /// A file that keeps what is done, to be taken up again; `nil` for none.
  public var journal: String?
  /// How many pairs are in work at a time, at least 1. The figures are the same for any.
  public var jobs = 1

  public init(builder: BitextBuilder, measure: CoverageMeasure) {
    (self.builder, self.measure) = (builder, measure)
  }

  private struct Pair: Sendable {
    let source, target: Int
    let comparability: Comparability?
  }

  /// - Parameter progress: Called after each pair.
  /// - Throws: `InputFault` when a set is empty, or the journal cannot be used.
  public func run(
    _ sources: DocumentSet, _ targets: DocumentSet,
    progress: (AlignmentBatch.Progress) -> Void = { _ in }
  ) async throws -> SetCoverage {
    let method = method ?? DocumentPairing.method(sources.list, targets.list)
    let settings = try settings(sources, targets)
    let pairs = try pairs(method, sources, targets)
    let journal = try journal.map { try CoverageJournal(path: $0, settings: settings) }
    let faults = sources.faults + targets.faults
    let (sources, targets) = (sources.documents, targets.documents)
    let prints = (sources.map(Self.fingerprint), targets.map(Self.fingerprint))
    let sizes = (sources.map(\.text.utf8.count), targets.map(\.text.utf8.count))
    let size = { (pair: Pair) in sizes.0[pair.source] + sizes.1[pair.target] }

    var matrix = CoverageMatrix(sourceCount: sources.count, targetCount: targets.count)
    var details = [[Int: SetCoverage.Detail]](repeating: [:], count: sources.count)
    var state = AlignmentBatch.Progress(
      total: pairs.count, bytesLeft: pairs.reduce(0) { $0 + size($1) })
    var failures: [(pair: Pair, fault: InputFault)] = []
    var waiting: [Pair] = []
    for pair in pairs {
      let key = CoverageJournal.Key(source: prints.0[pair.source], target: prints.1[pair.target])
      guard let known = journal?.entry(key) else {
        waiting.append(pair)
        continue
      }
      matrix[pair.source, pair.target] = known.coverage
      details[pair.source][pair.target] = known.detail
      (state.done, state.upToDate) = (state.done + 1, state.upToDate + 1)
      state.bytesLeft -= size(pair)
    }
    try await withThrowingTaskGroup(of: (Pair, Result<Measured, InputFault>).self) { group in
      var queue = waiting.makeIterator()
      var inWork = 0
      while true {
        while inWork < max(1, jobs), let pair = queue.next() {
          group.addTask { (pair, self.measured(sources[pair.source], targets[pair.target])) }
          inWork += 1
        }
        guard let (pair, result) = try await group.next() else { break }
        inWork -= 1
        state.done += 1
        state.bytesLeft -= size(pair)
        switch result {
        case .failure(let fault):
          state.failed += 1
          failures.append((pair, fault))
        case .success(let measured):
          state.bytesAligned += size(pair)
          let detail = SetCoverage.Detail(
            shape: measured.shape, comparability: pair.comparability)
          matrix[pair.source, pair.target] = measured.coverage
          details[pair.source][pair.target] = detail
          if let journal, let path = self.journal {
            let key = CoverageJournal.Key(
              source: prints.0[pair.source], target: prints.1[pair.target])
            try journal.append(
              CoverageJournal.Entry(key: key, detail: detail, coverage: measured.coverage),
              path: path)
          }
        }
        progress(state)
      }
    }
    let ordered = failures.sorted {
      ($0.pair.source, $0.pair.target) < ($1.pair.source, $1.pair.target)
    }
    return SetCoverage(
      sources: sources, targets: targets, method: method, matrix: matrix, details: details,
      settings: settings, faults: faults + ordered.map(\.fault))
  }

  private struct Measured: Sendable {
    let coverage: Coverage
    let shape: Alignment.Shape
  }

  private func measured(_ source: Document, _ target: Document) -> Result<Measured, InputFault> {
    do {
      let outcome = try builder.build(source, target)
      return .success(
        Measured(
          coverage: try measure.coverage(of: outcome.bitext), shape: outcome.header.mode))
    } catch let fault as InputFault {
      return .failure(fault)
    } catch {
      return .failure(InputFault(source.name ?? "-", "\(error)"))
    }
  }

  private func pairs(
    _ method: DocumentPairing.Method, _ sources: DocumentSet, _ targets: DocumentSet
  ) throws -> [Pair] {
    let lexicons = builder.aligner.lexicons.filter { $0.joins(sources.language, targets.language) }
    let vocabularies = (
      try sources.documents.map { try Vocabulary($0, lexicons: lexicons) },
      try targets.documents.map { try Vocabulary($0, lexicons: lexicons) }
    )
    let chosen: [(source: Int, target: Int)] =
      switch method {
      case .name: DocumentPairing.byName(sources.list, targets.list)
      case .all:
        sources.documents.indices.flatMap { i in targets.documents.indices.map { (i, $0) } }
      case .comparability:
        ComparabilityIndex(sources: vocabularies.0, targets: vocabularies.1)
          .pairs(partners: partners).map { ($0.source, $0.target) }
      }
    return chosen.map { source, target in
      Pair(
        source: source, target: target,
        comparability: lexicons.isEmpty
          ? nil : Comparability(vocabularies.0[source], vocabularies.1[target]))
    }
  }

  private func settings(_ sources: DocumentSet, _ targets: DocumentSet) throws(InputFault)
    -> CoverageSettings
  {
    guard let source = sources.documents.first, let target = targets.documents.first else {
      throw InputFault("documents", "none could be read")
    }
    return CoverageSettings(
      builder.header(
        of: source, target, mode: .comparable, encoder: builder.aligner.encoder?.identifier),
      tool: builder.tool, measure: measure, isOfSet: true)
  }

  private static func fingerprint(_ document: Document) -> String {
    Fingerprint.sha256(document.text)
  }
}

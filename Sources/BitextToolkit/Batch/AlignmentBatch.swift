public import BitextModel
internal import Foundation
public import Interchange

/// Aligns many pairs of documents, several at a time. A pair that fails is reported; the others are done.
public struct AlignmentBatch: Sendable {
  public let builder: BitextBuilder
  public let source, target: LanguageTag
  /// Whether pairs are passed over whose outputs are whole and made of the same, with the same.
  public let isResuming: Bool
  /// Writes what was made of a pair to its place.
  public let write: @Sendable (BitextBuilder.Outcome, String) throws -> Void
  /// Whether the outputs are alignment files, which keep a person's decisions and say what they are of.
  public let keepsDecisions: Bool

  public init(
    builder: BitextBuilder, source: LanguageTag, target: LanguageTag, isResuming: Bool,
    keepsDecisions: Bool, write: @escaping @Sendable (BitextBuilder.Outcome, String) throws -> Void
  ) {
    (self.builder, self.source, self.target) = (builder, source, target)
    (self.isResuming, self.keepsDecisions, self.write) = (isResuming, keepsDecisions, write)
  }

  /// What became of a pair.
  public struct Report: Sendable {
    /// The line of the list, one-based.
    public let line: Int
    /// `nil` when the line names none.
    public let pair: PairList.Pair?
    public let result: Result<Done, InputFault>

    public enum Done: Sendable, Hashable {
      case aligned(links: Int, lost: [LostDecision])
      /// The output was whole already.
      case upToDate
    }
  }

  /// How far it is.
  public struct Progress: Sendable, Hashable {
    public var done = 0
    public var failed = 0
    public var upToDate = 0
    public let total: Int
    /// Of the documents, in bytes: aligned, and still to be looked at.
    public var bytesAligned = 0
    public var bytesLeft: Int

    public init(total: Int, bytesLeft: Int) {
      (self.total, self.bytesLeft) = (total, bytesLeft)
    }
  }

  /// Does all pairs.
  ///
  /// - Parameters:
  ///   - jobs: How many pairs are in work at a time, at least 1. The outputs are the same for any.
  ///   - report: Called for each pair in the order of the list, as soon as those before are done.
  ///   - progress: Called after each pair, in whatever order they end.
  public func run(
    _ list: PairList, jobs: Int, report: (Report) throws -> Void, progress: (Progress) -> Void
  ) async throws {
    let sizes = list.entries.map(Self.size)
    var state = Progress(total: list.entries.count, bytesLeft: sizes.reduce(0, +))
    var finished: [Int: Report] = [:]
    var waiting = list.entries.indices.makeIterator()
    var reported = 0
    try await withThrowingTaskGroup(of: (Int, Report).self) { group in
      var inWork = 0
      while true {
        while inWork < max(1, jobs), let index = waiting.next() {
          group.addTask { (index, self.report(of: list.entries[index])) }
          inWork += 1
        }
        guard let (index, result) = try await group.next() else { break }
        inWork -= 1
        state.done += 1
        state.bytesLeft -= sizes[index]
        switch result.result {
        case .failure: state.failed += 1
        case .success(.upToDate): state.upToDate += 1
        case .success(.aligned): state.bytesAligned += sizes[index]
        }
        finished[index] = result
        while let ready = finished.removeValue(forKey: reported) {
          reported += 1
          try report(ready)
        }
        progress(state)
      }
    }
  }

  private func report(of entry: Result<PairList.Pair, PairList.Fault>) -> Report {
    switch entry {
    case .failure(let fault):
      return Report(line: fault.line, pair: nil, result: .failure(fault.fault))
    case .success(let pair):
      let result: Result<Report.Done, InputFault>
      do {
        result = .success(try align(pair))
      } catch let fault as InputFault {
        result = .failure(fault)
      } catch {
        result = .failure(InputFault(pair.source, "\(error)"))
      }
      return Report(line: pair.line, pair: pair, result: result)
    }
  }

  private func align(_ pair: PairList.Pair) throws -> Report.Done {
    let output = try OutputFile(pair.output)
    for document in [pair.source, pair.target] where output.replaces(document) {
      throw InputFault(pair.output, "one of the documents to align", remedy: "Name another output")
    }
    let documents = try documents(of: pair)
    if isResuming, isWhole(pair.output, documents.source, documents.target) { return .upToDate }
    let outcome = try outcome(of: documents, pair)
    try write(outcome, pair.output)
    return .aligned(links: outcome.bitext.alignment.links.count, lost: outcome.lost)
  }

  func documents(of pair: PairList.Pair) throws -> (source: Document, target: Document) {
    (
      try DocumentFile.read(pair.source, language: source, cutting: builder.cutting),
      try DocumentFile.read(pair.target, language: target, cutting: builder.cutting)
    )
  }

  /// The documents aligned, what a person decided in the output kept.
  func outcome(
    of documents: (source: Document, target: Document), _ pair: PairList.Pair
  ) throws -> BitextBuilder.Outcome {
    let kept =
      try keepsDecisions
      ? AnchorFile.decided(at: pair.output)?
        .decisions(for: documents.source, documents.target, mode: builder.aligner.mode) : nil
    return try builder.build(documents.source, documents.target, keeping: kept)
  }

  /// Whether an alignment file is there and whole, of these documents, by this program with these
  /// settings.
  private func isWhole(_ path: String, _ source: Document, _ target: Document) -> Bool {
    guard TextFile.isRegular(path), let text = try? TextFile.read(path),
      let file = try? AlignmentFile(text: text)
    else { return false }
    var header = file.header
    header.why = nil
    header.settings["anchors"] = nil
    // A translation whose words explained enough was asked of no encoder, and would not be again.
    let asked =
      header.mode == .parallel && header.encoder == nil ? nil : builder.aligner.encoder?.identifier
    return header == builder.header(of: source, target, mode: header.mode, encoder: asked)
  }

  private static func size(of entry: Result<PairList.Pair, PairList.Fault>) -> Int {
    guard case .success(let pair) = entry else { return 0 }
    return [pair.source, pair.target].reduce(0) { sum, path in
      var status = stat()
      return sum + (stat(path, &status) == 0 ? Int(status.st_size) : 0)
    }
  }
}

internal import BitextModel

extension AlignmentFile {
  /// The version of the records below, their `v`.
  static let version = 1

  /// The file's lines without their line feeds, made as they are asked for.
  public var lines: some Sequence<String> {
    let head = CollectionOfOne(self).lazy.map { $0.header.record(counts: $0.counts).line }
    let sources = source.segments.indices.lazy.map { source.record("source", $0).line }
    let targets = target.segments.indices.lazy.map { target.record("target", $0).line }
    let links = self.links.lazy.map { $0.record.line }
    let lost = self.lost.lazy.map { $0.record.line }
    return [
      AnySequence(head), AnySequence(sources), AnySequence(targets), AnySequence(links),
      AnySequence(lost),
    ].lazy.joined()
  }

  /// What a reader must find, or the file was cut.
  private var counts: JSONLine {
    var counts = JSONLine()
    counts.add("source", source.segments.count)
    counts.add("target", target.segments.count)
    counts.add("links", alignment.links.count + alignment.candidates.count)
    counts.add("lost", lost.count)
    return counts
  }

  /// The whole file as one JSON object: the header's members, then `segments` and `links`.
  ///
  /// - Parameter id: JSON that names the record, as it was given; `nil` for a record without a name.
  public func object(id: String? = nil) -> String {
    var record = header.record(id: id)
    record.add(
      "segments",
      source.segments.indices.map { source.record("source", $0) }
        + target.segments.indices.map { target.record("target", $0) })
    record.add("links", links.map(\.record))
    if !lost.isEmpty { record.add("lost", lost.map(\.record)) }
    return record.line
  }
}

extension AlignmentFile.Header {
  /// - Parameters:
  ///   - id: JSON that names the record of a worker.
  ///   - counts: Of the lines that follow; `nil` when the header leads one object that holds all.
  fileprivate func record(id: String? = nil, counts: JSONLine? = nil) -> JSONLine {
    var documents = JSONLine()
    documents.add("source", source.record)
    documents.add("target", target.record)
    var record = JSONLine()
    record.add("v", AlignmentFile.version)
    if let id { record.add("id", literal: id) }
    if counts != nil { record.add("type", "header") }
    record.add("documents", documents)
    record.add("mode", mode.rawValue)
    record.addOptional("why", why)
    record.add("tool", tool)
    record.addOptional("segmenter", segmenter)
    record.addOptional("aligner", aligner)
    record.addOptional("lexicon", lexicon)
    record.addOptional("encoder", encoder)
    var settings = JSONLine()
    for (name, value) in self.settings.sorted(by: { $0.key < $1.key }) {
      settings.add(name, value)
    }
    record.add("settings", settings)
    if let counts { record.add("counts", counts) }
    return record
  }
}

extension AlignmentFile.Header.Document {
  fileprivate var record: JSONLine {
    var record = JSONLine()
    record.addOptional("name", name)
    record.add("lang", language.description)
    record.addOptional("sha256", sha256)
    return record
  }
}

extension AlignmentFile.Side {
  fileprivate func record(_ side: String, _ index: Int) -> JSONLine {
    let segment = segments[index]
    var record = JSONLine()
    record.add("type", "segment")
    record.add("side", side)
    record.add("index", index)
    record.add("start", segment.range.lowerBound)
    record.add("end", segment.range.upperBound)
    record.add("paragraph", segment.paragraph)
    record.add("kind", segment.kind.rawValue)
    if let reason = segment.reason { record.add("reason", reason) }
    let leading = trimmedRanges[index].lowerBound - segment.range.lowerBound
    if leading > 0 { record.add("leading", leading) }
    record.add("text", texts[index])
    return record
  }
}

extension Bead {
  fileprivate var record: JSONLine {
    var evidence = JSONLine()
    for term in self.evidence.terms { evidence.add(term.name, term.logOdds) }
    var record = JSONLine()
    record.add("type", "link")
    record.add("source", source)
    record.add("target", target)
    record.add("relation", relation.rawValue)
    record.add("strength", strength.rawValue)
    record.add("confidence", confidence)
    record.add("evidence", evidence)
    if !self.evidence.clauses.isEmpty {
      record.add(
        "clauses",
        self.evidence.clauses.map { pair in
          var clauses = JSONLine()
          clauses.add("source", [pair.source.lowerBound, pair.source.upperBound])
          clauses.add("target", [pair.target.lowerBound, pair.target.upperBound])
          clauses.add("share", pair.share)
          return clauses
        })
    }
    record.add("status", status.rawValue)
    record.add(decision)
    return record
  }
}

extension LostDecision {
  fileprivate var record: JSONLine {
    var record = JSONLine()
    record.add("type", "lost")
    record.add("source", source)
    record.add("target", target)
    record.add("relation", relation.rawValue)
    record.add("strength", strength.rawValue)
    record.add("status", status.rawValue)
    record.add(decision)
    record.add("reason", reason)
    return record
  }
}

extension JSONLine {
  /// Who decided, when, and what should be read: members only where somebody said so.
  fileprivate mutating func add(_ decision: Bead.Decision?) {
    if let by = decision?.by { add("by", by) }
    if let at = decision?.at { add("at", at) }
    guard let wording = decision?.wording else { return }
    var sides = JSONLine()
    if let source = wording.source { sides.add("source", source) }
    if let target = wording.target { sides.add("target", target) }
    add("wording", sides)
  }

  /// Says null where there is nothing: a reader then knows that nobody knows.
  fileprivate mutating func addOptional(_ name: String, _ value: String?) {
    if let value { add(name, value) } else { addNull(name) }
  }
}

internal import BitextModel

extension AlignmentFile {
  /// Reads a file, checking all of it: the records and their order, the tiling of the segments, the
  /// links' indexes and values. Members that this version does not know are passed over.
  public init(text: String) throws(ParseError) {
    var reading = Reading()
    var (number, last) = (0, 1)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      guard line.contains(where: { !$0.isWhitespace }) else { continue }
      try reading.take(line, number: number)
      last = number
    }
    self = try reading.file(lastLine: last)
  }
}

/// What has been read so far.
private struct Reading {
  var header: AlignmentFile.Header?
  var source = Segments(), target = Segments()
  var links: [(bead: Bead, line: Int)] = []
  /// Where in `links` the link of two sides stands.
  var places: [[[Int]]: Int] = [:]
  var lost: [LostDecision] = []
  var counts: Record?

  struct Segments {
    var segments: [Segment] = []
    var texts: [String] = []
    var trimmedRanges: [Range<Int>] = []
  }

  mutating func take(
    _ line: Substring, number: Int
  ) throws(AlignmentFile.ParseError) {
    if ["<<<<<<<", "=======", ">>>>>>>"].contains(where: line.hasPrefix) {
      throw AlignmentFile.ParseError(reason: .mergeConflict, line: number)
    }
    let record = try Record(line: line, number: number)
    let type = try record.string("type")
    guard header != nil || type == "header" else { throw record.fault(.noHeader) }
    switch type {
    case "header":
      guard header == nil else { throw record.fault(.secondHeader) }
      let version = try record.integer("v")
      guard version == AlignmentFile.version else { throw record.fault(.version(version)) }
      header = try AlignmentFile.Header(record)
      counts = try record.optionalObject("counts")
    case "segment":
      guard links.isEmpty else { throw record.fault(.segmentAfterLinks) }
      switch try record.string("side") {
      case "source": try source.take(record)
      case "target": try target.take(record)
      case let side:
        throw record.fault(.badValue("side", "“\(side)” is neither source nor target"))
      }
    case "link":
      let bead = try Bead(
        record, sourceCount: source.segments.count, targetCount: target.segments.count)
      try take(bead, record)
    case "lost": lost.append(try LostDecision(record))
    default:
      throw record.fault(.unknownRecord(type))
    }
  }

  /// A link stands twice after a union of two versions; the decided one holds.
  private mutating func take(_ bead: Bead, _ record: Record) throws(AlignmentFile.ParseError) {
    guard let place = places[[bead.source, bead.target]] else {
      places[[bead.source, bead.target]] = links.count
      links.append((bead, record.number))
      return
    }
    let other = links[place]
    if other.bead.isDecided, bead.isDecided, other.bead.status != bead.status {
      throw record.fault(.contradiction(line: other.line))
    }
    if bead.isDecided, !other.bead.isDecided { links[place] = (bead, record.number) }
  }

  private func checkCounts(lastLine: Int) throws(AlignmentFile.ParseError) {
    guard let counts else { return }
    for (name, what, found) in [
      ("source", "segments of the source", source.segments.count),
      ("target", "segments of the target", target.segments.count),
      ("links", "links", links.count), ("lost", "lost decisions", lost.count),
    ] {
      guard let expected = try counts.optionalInteger(name), expected != found else { continue }
      throw AlignmentFile.ParseError(
        reason: .cut(what, expected: expected, found: found), line: lastLine)
    }
  }

  func file(lastLine: Int) throws(AlignmentFile.ParseError) -> AlignmentFile {
    guard let header else {
      throw AlignmentFile.ParseError(reason: .noHeader, line: max(1, lastLine))
    }
    try checkCounts(lastLine: lastLine)
    let held = links.filter(\.bead.isLink)
    let counts = (source: source.segments.count, target: target.segments.count)
    let beads = AlignmentFile.beads(of: held.map(\.bead), header.mode, counts)
    do {
      let alignment = try Alignment(
        shape: header.mode, beads: beads, candidates: links.map(\.bead).filter { !$0.isLink },
        sourceCount: counts.source, targetCount: counts.target)
      return AlignmentFile(
        header: header, source: source.side, target: target.side, alignment: alignment,
        lost: lost)
    } catch {
      // A null bead stands for what the next link passes over.
      let link = beads.prefix(error.bead).count { !$0.isNull }
      throw AlignmentFile.ParseError(
        reason: .noAlignment(error.description),
        line: link < held.count ? held[link].line : lastLine)
    }
  }
}

extension Reading.Segments {
  var side: AlignmentFile.Side {
    AlignmentFile.Side(segments: segments, texts: texts, trimmedRanges: trimmedRanges)
  }

  mutating func take(_ record: Record) throws(AlignmentFile.ParseError) {
    let index = try record.integer("index")
    guard index == segments.count else {
      throw record.fault(.badValue("index", "\(index), but segment \(segments.count) is next"))
    }
    let (start, end) = (try record.integer("start"), try record.integer("end"))
    let expected = segments.last?.range.upperBound ?? 0
    guard start == expected else {
      throw record.fault(.badValue("start", "\(start), but the segment before ends at \(expected)"))
    }
    guard start < end else {
      throw record.fault(.badValue("end", "\(end) is not beyond the start, \(start)"))
    }
    let text = try record.string("text")
    let leading = try record.optionalInteger("leading") ?? 0
    let trimmed = start + leading
    guard leading >= 0, leading <= end - start, text.utf8.count <= end - trimmed else {
      throw record.fault(
        .badValue("text", "\(text.utf8.count) bytes do not fit into \(start)..<\(end)"))
    }
    segments.append(
      Segment(
        range: start..<end, kind: try record.value("kind", of: Segment.Kind.self),
        paragraph: try record.integer("paragraph"), reason: try record.optionalString("reason")))
    texts.append(text)
    trimmedRanges.append(trimmed..<trimmed + text.utf8.count)
  }
}

extension Bead {
  fileprivate init(
    _ record: Record, sourceCount: Int, targetCount: Int
  ) throws(AlignmentFile.ParseError) {
    let confidence = try record.number("confidence")
    guard (0...1).contains(confidence) else {
      throw record.fault(.badValue("confidence", "\(confidence) is not within 0 and 1"))
    }
    self.init(
      source: try record.indexes("source", below: sourceCount),
      target: try record.indexes("target", below: targetCount),
      relation: try record.value("relation", of: Relation.self),
      strength: try record.value("strength", of: Strength.self), confidence: confidence,
      evidence: Evidence(
        try record.numbers("evidence").map { Evidence.Term($0.name, $0.value) },
        clauses: try record.objects("clauses").map {
          (pair) throws(AlignmentFile.ParseError) in
          Evidence.ClausePair(
            source: try pair.range("source"), target: try pair.range("target"),
            share: try pair.number("share"))
        }),
      status: try record.value("status", of: Status.self), decision: try Decision(record))
  }
}

extension Bead.Decision {
  /// `nil` when the record does not say.
  fileprivate init?(_ record: Record) throws(AlignmentFile.ParseError) {
    let (by, at) = (try record.optionalString("by"), try record.optionalString("at"))
    let wording = try record.optionalObject("wording").map {
      (sides) throws(AlignmentFile.ParseError) in
      Bead.Wording(
        source: try sides.optionalString("source"), target: try sides.optionalString("target"))
    }
    guard by != nil || at != nil || wording != nil else { return nil }
    self.init(by: by, at: at, wording: wording)
  }
}

extension LostDecision {
  fileprivate init(_ record: Record) throws(AlignmentFile.ParseError) {
    self.init(
      source: try record.texts("source"), target: try record.texts("target"),
      relation: try record.value("relation", of: Bead.Relation.self),
      strength: try record.value("strength", of: Bead.Strength.self),
      status: try record.value("status", of: Bead.Status.self),
      decision: try Bead.Decision(record), reason: try record.string("reason"))
  }
}

extension AlignmentFile.Header {
  fileprivate init(_ record: Record) throws(AlignmentFile.ParseError) {
    let documents = try record.object("documents")
    self.init(
      source: try Document(try documents.object("source")),
      target: try Document(try documents.object("target")),
      mode: try record.value("mode", of: Alignment.Shape.self),
      why: try record.optionalString("why"), tool: try record.string("tool"),
      segmenter: try record.optionalString("segmenter"),
      aligner: try record.optionalString("aligner"),
      lexicon: try record.optionalString("lexicon"),
      encoder: try record.optionalString("encoder"), settings: try record.strings("settings"))
  }
}

extension AlignmentFile.Header.Document {
  fileprivate init(_ record: Record) throws(AlignmentFile.ParseError) {
    let code = try record.string("lang")
    guard let language = LanguageTag(code) else {
      throw record.fault(.badValue("lang", "“\(code)” is no language tag such as de or en-GB"))
    }
    self.init(
      name: try record.optionalString("name"), language: language,
      sha256: try record.optionalString("sha256"))
  }
}

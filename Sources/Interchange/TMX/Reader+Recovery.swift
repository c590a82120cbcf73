internal import BitextModel
internal import CXML

extension TMX.Reader {
  /// Why the parser cannot go on, and where in the file.
  struct Fault {
    let cause: TMX.Remark.Cause
    let offset: Int
    /// Set where nothing can be recovered.
    var fatal: TMX.ParseError.Reason?
    /// Whether nothing is wrong but that the file ends.
    var isEnd = false
  }

  /// What a parser that starts in the middle is told first.
  private static let prologue = Array("<tmx><body>".utf8)

  /// Parses up to an offset; the events reach the builder.
  mutating func feed(upTo end: Int, isLast: Bool) -> Fault? {
    // The parser takes a zero byte for the end of its buffer.
    if let zero = window.firstZero(in: fed..<end) {
      let slice = window[fed..<zero]
      fed = zero
      return parse(slice, isLast: false) ?? Fault(cause: .controlCharacter(0), offset: zero)
    }
    let slice = window[fed..<end]
    fed = end
    return parse(slice, isLast: isLast)
  }

  private mutating func parse(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> Fault? {
    let base = parserStart
    var (builder, start, end) = (self.builder, unitStart, unitEnd)
    self.builder = UnitBuilder()
    bytes.withUnsafeBufferPointer { buffer in
      parser.feed(buffer, isLast: isLast) { events in
        builder.take(events, base: base) { event, isStart in
          if isStart {
            start = window.lastIndex(of: UInt8(ascii: "<"), before: event)
          } else {
            (start, end) = (nil, event)
          }
        }
      }
    }
    (self.builder, unitStart, unitEnd) = (builder, start, end)
    if let root = builder.wrongRoot {
      return Fault(
        cause: .misplacedElement(root.name), offset: root.offset, fatal: .notTMX(root: root.name))
    }
    if let fault = builder.fault { return Fault(cause: fault.cause, offset: fault.offset) }
    return parser.fault.map { fault in
      let offset = min(max(base + Int(fault.offset), window.start), window.end)
      let message = String(cString: fault.message)
      let cause = TMX.Remark.Cause.malformedXML(message)
      switch fault.state {
      case CXML_ENTITY_DECLARED:
        return Fault(cause: cause, offset: offset, fatal: .entityDeclaration(message))
      case CXML_OUT_OF_MEMORY:
        return Fault(cause: cause, offset: offset, fatal: .outOfMemory)
      case CXML_ENDED where !builder.isComplete:
        return Fault(cause: cause, offset: offset, isEnd: true)
      default: return Fault(cause: cause, offset: offset)
      }
    }
  }

  /// Mends the unit at fault or leaves it out, and goes on behind it.
  mutating func recover(from fault: Fault) throws(TMX.ParseError) {
    try takeFindings()
    if let fatal = fault.fatal { throw error(fatal, at: fault.offset) }
    if fault.isEnd, builder.hasRoot { return try cutOff() }
    guard builder.hasRoot else {
      guard window.bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") else {
        throw error(.notXML, at: window.start)
      }
      throw breach(fault)
    }
    let start = try startOfUnit(at: fault)
    guard let start else { return try giveUp(fault) }
    if start > fault.offset {
      if policy == .strict { throw breach(fault) }
      remarkSettled(.skipped, fault.cause, at: fault.offset)
      return try resume(at: start)
    }
    if policy == .strict, !isAtEndOfFile(fault) { throw breach(fault) }
    // Said before the search, which does not keep what is too large.
    var isSettled = false
    if case .tooLarge = fault.cause {
      remarkSettled(.skipped, fault.cause, at: fault.offset)
      isSettled = true
    }
    guard let tag = try endOfUnit(from: start + 3) else {
      if !isSettled, !isAtEndOfFile(fault) {
        remarkSettled(.skipped, fault.cause, at: fault.offset)
      }
      return try cutOff()
    }
    if !isSettled, !(tag.isEnd && mendUnit(start..<tag.end)) {
      remarkSettled(.skipped, fault.cause, at: fault.offset)
    }
    try resume(at: tag.isEnd ? tag.end : tag.offset)
  }

  private func isAtEndOfFile(_ fault: Fault) -> Bool {
    isAtEnd && (fault.isEnd || fault.offset >= window.end)
  }

  /// The fault as an error.
  private func breach(_ fault: Fault) -> TMX.ParseError {
    if case .malformedXML(let cause) = fault.cause {
      return error(.malformedXML(cause), at: fault.offset)
    }
    return error(.broken(fault.cause), at: fault.offset)
  }

  /// Where the unit at fault begins or, if the fault is between two, the next one; `nil` when there is
  /// none.
  private mutating func startOfUnit(at fault: Fault) throws(TMX.ParseError) -> Int? {
    if let unitStart { return unitStart }
    var from = max(unitEnd, window.start)
    while true {
      if let tag = window.firstUnitTag(from: from) {
        if !tag.isEnd { return tag.offset }
        from = tag.end
        continue
      }
      // A tag may be cut in two.
      from = max(from, window.end - 8)
      guard try fill() else { return nil }
      if from - 8 > fault.offset, window.end - window.start > Self.unitLimit {
        window.drop(before: from)
      }
    }
  }

  /// The next tag of a unit; `nil` when the file ends before it. What is too large is not kept.
  private mutating func endOfUnit(
    from: Int
  ) throws(TMX.ParseError) -> (offset: Int, end: Int, isEnd: Bool)? {
    var from = from
    while true {
      if let tag = window.firstUnitTag(from: from) { return tag }
      from = max(from, window.end - 64)
      guard try fill() else { return nil }
      if window.end - window.start > Self.unitLimit { window.drop(before: from) }
    }
  }

  /// Nothing follows that could be read.
  private mutating func giveUp(_ fault: Fault) throws(TMX.ParseError) {
    if policy == .strict, !isAtEndOfFile(fault) { throw breach(fault) }
    guard builder.isComplete else { return try cutOff() }
    try remark(.skipped, fault.cause, at: fault.offset)
    fed = window.end
    finishReading()
  }

  private mutating func resume(at offset: Int) throws(TMX.ParseError) {
    parser = try EventParser()
    Self.prologue.withUnsafeBufferPointer { parser.feed($0, isLast: false) { _ in } }
    parserStart = offset - Self.prologue.count
    parser.skipLines(window.position(of: offset).line - 1)
    builder.resume()
    (unitStart, unitEnd) = (nil, offset)
    fed = offset
    step = 1024
    window.drop(before: offset)
  }

  /// Whether the unit can be read once its bytes are mended; it is then the next to be handed out.
  private mutating func mendUnit(_ range: Range<Int>) -> Bool {
    guard range.lowerBound >= window.start else { return false }
    let (bytes, findings) = Mending.mended(window[range])
    guard !findings.isEmpty, let fresh = try? EventParser() else { return false }
    var copy = builder
    copy.resume()
    let known = copy.units.count
    let document = bytes + "</body></tmx>".utf8
    Self.prologue.withUnsafeBufferPointer { fresh.feed($0, isLast: false) { _ in } }
    document.withUnsafeBufferPointer { buffer in
      fresh.feed(buffer, isLast: true) { events in
        copy.take(events, base: range.lowerBound - Self.prologue.count) { _, _ in }
      }
    }
    guard fresh.fault == nil, copy.fault == nil, copy.units.count == known + 1 else { return false }
    builder = copy
    for finding in findings {
      remarkSettled(.mended, finding.cause, at: range.lowerBound + finding.offset)
    }
    return true
  }
}

extension UnitBuilder {
  /// Takes what the parser found. `onUnit` gets the offset of each unit's start tag, before its >, and
  /// of its end.
  mutating func take(
    _ events: borrowing EventParser.Events, base: Int,
    onUnit: (_ offset: Int, _ isStart: Bool) -> Void
  ) {
    var index = 0
    while index < events.count, fault == nil, wrongRoot == nil {
      let event = events[index]
      let offset = base + Int(event.offset)
      switch event.kind {
      case CXML_START:
        let attributes = events.attributes(after: &index)
        let label = events.label(event)
        let wasInUnit = isInUnit
        start(label, attributes, at: offset)
        if isInUnit, !wasInUnit { onUnit(offset, true) }
      case CXML_END:
        index += 1
        let wasInUnit = isInUnit
        end(at: offset)
        if wasInUnit, !isInUnit { onUnit(offset, false) }
      default:
        index += 1
        text(events.value(event))
      }
    }
  }
}

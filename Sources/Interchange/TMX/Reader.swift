public import BitextModel

extension TMX {
  /// Reads the units of a file one at a time, in constant memory.
  ///
  /// Nothing is fetched, no DTD is loaded, and entity declarations are refused.
  public struct Reader: UnitCursor, ~Copyable {
    public enum Policy: Sendable {
      /// Mends or skips a broken unit, says so in `remarks`, and reads the rest.
      case mend
      /// Stops at the first thing that is not well-formed, with an error.
      case strict
    }

    /// More bytes than this in one unit, or between two, are not held in memory.
    public static let unitLimit = 16 << 20
    /// More remarks than this are counted and not kept.
    public static let remarkLimit = 10_000

    public let policy: Policy
    /// What was repaired or left out so far, in the order of the file.
    public private(set) var remarks: [Remark] = []
    /// How many remarks there would be without `remarkLimit`.
    public private(set) var remarkCount = 0
    /// What the file says of itself, known before the first unit.
    public var header: Header { builder.header }

    private var input: EncodedInput
    var parser: EventParser
    /// The offset in the file that is the parser's 0.
    var parserStart = 0
    var builder = UnitBuilder()
    /// `nil` when every unit is to go through the parser.
    private var plainUnits: PlainUnits?
    var window = ByteWindow()
    /// How far the parser has been fed.
    var fed = 0
    /// How much it is fed at once: little after a fault, in case the next is near.
    var step = EncodedInput.chunkSize
    /// Where the unit that is being read begins, and where the last one ended.
    var unitStart: Int?
    var unitEnd = 0
    /// Units to hand out, the next one last.
    private var queue: [TranslationUnit] = []
    private var failure: ParseError?
    private var isFinished = false

    /// Opens a file and reads its header. What is wrong with the contents, `next` throws.
    ///
    /// - Throws: `ParseError` when it cannot be opened.
    public init(path: String, policy: Policy = .mend) throws(ParseError) {
      try self.init(policy: policy, source: try EncodedInput.source(ofFile: path))
    }

    /// Reads from anything that fills buffers; `source` says with how many bytes, 0 at the end.
    public init(
      policy: Policy = .mend, source: @escaping (UnsafeMutableRawBufferPointer) throws -> Int
    ) throws(ParseError) {
      try self.init(policy: policy, parsesAll: false, source: source)
    }

    /// - Parameter parsesAll: Whether plain units too go through the parser.
    init(
      policy: Policy, parsesAll: Bool,
      source: @escaping (UnsafeMutableRawBufferPointer) throws -> Int
    ) throws(ParseError) {
      parser = try EventParser()
      self.policy = policy
      plainUnits = parsesAll ? nil : PlainUnits()
      input = EncodedInput(source)
      readHeader()
    }

    private mutating func readHeader() {
      do {
        try open()
      } catch {
        failure = error
        isFinished = true
      }
      while !builder.hasBody, queue.isEmpty, !isFinished { advance() }
    }

    private mutating func open() throws(ParseError) {
      let encoding = try input.open()
      try input.read(into: &window)
      guard window.end > 0 else { throw ParseError(reason: .empty, line: 0, column: 0) }
      if let declared = encoding.falselyDeclared {
        try remark(.mended, .falseEncoding(declared: declared, actual: "UTF-8"), at: 0)
      }
      try skipLeadingSpace()
    }

    public mutating func next() throws(ParseError) -> TranslationUnit? {
      while true {
        if let unit = queue.popLast() { return unit }
        if let failure {
          self.failure = nil
          throw failure
        }
        if isFinished { return nil }
        advance()
      }
    }

    /// Reads on, to the next chunk's end or the next fault.
    private mutating func advance() {
      do {
        try parseChunk()
      } catch {
        failure = error
        isFinished = true
      }
      // Moves the units: they are never copied.
      swap(&queue, &builder.units)
      queue.reverse()
    }

    private mutating func parseChunk() throws(ParseError) {
      if fed >= window.wholeEnd, try !refill() { return }
      if try takePlainUnits() { return }
      let end = min(fed + step, input.isAtEnd ? window.end : window.wholeEnd)
      var upTo = end < window.end ? boundary(before: end) : end
      if let tag = nextUnitTag(before: upTo) { upTo = tag }
      if let fault = feed(upTo: upTo, isLast: input.isAtEnd && upTo == window.end) {
        return try recover(from: fault)
      }
      try takeFindings()
      if input.isAtEnd, fed == window.end { return try finish() }
      step = min(step * 2, EncodedInput.chunkSize)
    }

    /// Gets more of the file in place of what is done with; `false` when a unit was too large and has
    /// been left out.
    private mutating func refill() throws(ParseError) -> Bool {
      window.drop(before: unitStart ?? min(parserStart + parser.offset, window.end))
      if window.end - window.start > Self.unitLimit {
        guard let start = unitStart else {
          throw error(.tooLarge(limit: Self.unitLimit), at: window.start)
        }
        try recover(from: Fault(cause: .tooLarge(limit: Self.unitLimit), offset: start))
        return false
      }
      try fill()
      return true
    }

    /// Takes the units from here on that the parser need not see; `false` when the next one is not so.
    private mutating func takePlainUnits() throws(ParseError) -> Bool {
      let parsed = parserStart + parser.offset
      guard plainUnits != nil, builder.isBetweenUnits, parser.isInContent,
        (window.start...fed).contains(parsed), window.isSpace(parsed..<fed)
      else { return false }
      let start = window.start
      var index = fed - start
      var found: (end: Int?, isCut: Bool) = (nil, false)
      builder.addUnits { units in
        window.bytes.withUnsafeBufferPointer { bytes in
          found = plainUnits?.take(from: bytes, &index, into: &units) ?? found
        }
        return found.end.map { $0 + start }
      }
      // The parser never hears of them.
      let end = start + index
      parser.skipLines(window.lines(in: fed..<end))
      parserStart += end - fed
      fed = end
      if let last = found.end { (unitStart, unitEnd) = (nil, start + last) }
      guard found.isCut, !input.isAtEnd, window.end - fed < EncodedInput.chunkSize else {
        return found.end != nil
      }
      _ = try refill()
      return true
    }

    /// Where the parser should stop so that plain units can follow: before the next unit, or behind the
    /// one that begins here.
    private func nextUnitTag(before limit: Int) -> Int? {
      guard var tag = window.firstUnitTag(from: fed) else { return nil }
      if !tag.isEnd, tag.offset == fed {
        guard let next = window.firstUnitTag(from: tag.end) else { return nil }
        tag = next
      }
      let place = tag.isEnd ? tag.end : tag.offset
      return place > fed && place < limit ? place : nil
    }

    /// Gets more of the file; `false` at its end.
    @discardableResult
    mutating func fill() throws(ParseError) -> Bool {
      let before = window.end
      try input.read(into: &window)
      let lost = input.takeLost()
      if lost > 0 { try remark(.mended, .undecodable(lost), at: before) }
      return window.end > before || !input.isAtEnd
    }

    var isAtEnd: Bool { input.isAtEnd }

    private mutating func finish() throws(ParseError) {
      isFinished = true
      if !builder.isComplete { try cutOff() }
    }

    /// Ends where the file does, before its `</tmx>`: what was whole has been read.
    mutating func cutOff() throws(ParseError) {
      if policy == .strict { throw error(.truncated, at: window.end) }
      remarkSettled(.skipped, .truncated, at: window.end)
      fed = window.end
      isFinished = true
    }

    /// Lines may start with white space, an XML declaration may not.
    private mutating func skipLeadingSpace() throws(ParseError) {
      let space = window.bytes.prefix { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }.count
      guard space > 0, window.bytes.dropFirst(space).starts(with: "<?xml".utf8) else { return }
      try remark(.mended, .spaceBeforeDeclaration, at: 0)
      (fed, parserStart) = (space, space)
      unitEnd = space
    }

    // MARK: What is said of the file

    /// - Throws: The remark as an error where the policy is strict and the XML is broken.
    mutating func remark(
      _ outcome: Remark.Outcome, _ cause: Remark.Cause, at offset: Int
    ) throws(ParseError) {
      if policy == .strict, cause.isBreach { throw error(.broken(cause), at: offset) }
      remarkSettled(outcome, cause, at: offset)
    }

    mutating func takeFindings() throws(ParseError) {
      let findings = builder.findings
      builder.findings.removeAll()
      for finding in findings { try remark(finding.outcome, finding.cause, at: finding.offset) }
    }

    /// What became of a broken unit where the policy is to go on.
    mutating func remarkSettled(_ outcome: Remark.Outcome, _ cause: Remark.Cause, at offset: Int) {
      remarkCount += 1
      guard remarks.count < Self.remarkLimit else { return }
      let line = window.position(of: offset).line
      remarks.append(Remark(outcome: outcome, cause: cause, line: line))
    }

    mutating func finishReading() { isFinished = true }

    func error(_ reason: ParseError.Reason, at offset: Int) -> ParseError {
      let (line, column) = window.position(of: offset)
      return ParseError(reason: reason, line: line, column: column)
    }

    /// The end of the last whole UTF-8 sequence before an offset inside the window.
    private func boundary(before offset: Int) -> Int {
      var end = offset
      while end > fed, window.bytes[end - window.start] & 0b1100_0000 == 0b1000_0000 { end -= 1 }
      return end > fed ? end : offset
    }
  }
}

extension EncodedInput {
  fileprivate mutating func read(into window: inout ByteWindow) throws(TMX.ParseError) {
    try window.grow { (bytes) throws(TMX.ParseError) in try read(into: &bytes) }
  }
}

extension TMX.Remark.Cause {
  /// Whether it breaks XML itself, or loses a unit.
  fileprivate var isBreach: Bool {
    switch self {
    case .malformedXML, .spaceBeforeDeclaration, .undecodable, .bareAmpersand, .bareLessThan,
      .controlCharacter, .undeclaredEntity, .tooLarge, .nestedUnit:
      true
    default: false
    }
  }
}

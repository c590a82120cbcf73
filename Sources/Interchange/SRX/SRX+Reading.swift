internal import CXML

extension SRX {
  /// Reads a file of rules in UTF-8. Elements of other namespaces are passed over; entity declarations
  /// are refused, and nothing is fetched.
  public init(text: String) throws(ParseError) {
    var builder = SRXBuilder()
    guard let parser = cxml_parser_open(SRXBuilder.names) else {
      throw ParseError(reason: .outOfMemory, line: 0)
    }
    defer { cxml_parser_close(parser) }
    // One line at a time, so that everything found is found in it.
    var line = 0
    for piece in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      let bytes = (line > 1 ? [0x0A] : []) + Array(piece)
      let found = bytes.withUnsafeBufferPointer {
        cxml_parser_feed(parser, $0.baseAddress, $0.count, false)
      }
      try builder.take(found, line: line)
      try Self.check(cxml_parser_fault(parser), line: line)
    }
    try builder.take(cxml_parser_feed(parser, nil, 0, true), line: line)
    try Self.check(cxml_parser_fault(parser), line: line)
    self = try builder.finished()
  }

  private static func check(_ fault: cxml_fault, line: Int) throws(ParseError) {
    let message = String(cString: fault.message)
    let reason: ParseError.Reason
    switch fault.state {
    case CXML_HEALTHY: return
    case CXML_ENDED: reason = .truncated
    case CXML_ENTITY_DECLARED: reason = .entityDeclaration(message)
    case CXML_OUT_OF_MEMORY: reason = .outOfMemory
    default: reason = .malformedXML(message)
    }
    throw ParseError(reason: reason, line: line)
  }
}

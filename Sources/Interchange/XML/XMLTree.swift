internal import BitextModel
internal import CXML

/// A small XML document as a tree. Nothing is fetched, no DTD is loaded, entity declarations are
/// refused, and elements nest 256 deep at most.
struct XMLElement: Sendable {
  /// Without its prefix.
  let name: String
  let attributes: [Attribute]
  /// Where its start tag ends, from 1.
  let line: Int
  /// The offsets of its start tag, of what follows that, and of what follows its end, in the UTF-8 of
  /// the document.
  let start, offset: Int
  fileprivate(set) var end = 0
  var nodes: [XMLNode] = []

  /// The value of an attribute by its name with its prefix.
  subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  var elements: [XMLElement] {
    nodes.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  func elements(_ name: String) -> [XMLElement] { elements.filter { $0.name == name } }

  func first(_ name: String) -> XMLElement? { elements.first { $0.name == name } }

  /// All text inside, of whatever depth.
  var text: String {
    nodes.map { node in
      switch node {
      case .text(let text, _): text
      case .element(let element): element.text
      }
    }.joined()
  }

  /// Elements of a name at any depth, in the order of the document, none inside another.
  func descendants(_ names: Set<String>) -> [XMLElement] {
    elements.flatMap { names.contains($0.name) ? [$0] : $0.descendants(names) }
  }
}

enum XMLNode: Sendable {
  case element(XMLElement)
  /// A text and the offset of its first byte in the UTF-8 of the document.
  case text(String, offset: Int)
}

/// Puts a tree together from the events of a push parser.
struct XMLTree: Sendable {
  /// More bytes than this in one text, or more elements, are refused: they would fill the memory.
  static let textLimit = 16 << 20
  static let elementLimit = 5_000_000

  let root: XMLElement

  /// The document as it was parsed, which the offsets count.
  let utf8: [UInt8]

  /// - Throws: `FileFault` where the document is not well-formed.
  init(_ bytes: [UInt8]) throws {
    let utf8 = try EncodedInput.utf8(of: bytes)
    self.utf8 = utf8
    guard let handle = cxml_parser_open("", 0) else { throw FileFault("out of memory") }
    defer { cxml_parser_close(handle) }
    var builder = Builder()
    // The parser takes a zero byte for the end of its buffer.
    let zero = utf8.firstIndex(of: 0)
    let end = zero ?? utf8.count
    var fed = 0
    var lines = Lines(utf8)
    utf8.withUnsafeBufferPointer { buffer in
      repeat {
        var next = min(fed + 1 << 16, end)
        while next < end, buffer[next] & 0b1100_0000 == 0b1000_0000 { next += 1 }
        let part = UnsafeBufferPointer(rebasing: buffer[fed..<next])
        let found = cxml_parser_feed(handle, part.baseAddress, part.count, next == end)
        builder.take(found, of: buffer, &lines)
        fed = next
      } while fed < end && !builder.isTooLarge
        && cxml_parser_fault(handle).state == CXML_HEALTHY
    }
    try builder.check(&lines)
    let fault = cxml_parser_fault(handle)
    if fault.state != CXML_HEALTHY {
      let line = lines.number(at: Int(fault.offset))
      let message = String(cString: fault.message)
      throw FileFault(
        line: line,
        fault.state == CXML_ENTITY_DECLARED
          ? "it declares the entity “\(message)”; entities are refused"
          : "not well-formed XML (\(message))",
        remedy: "Have the tool that wrote it export anew")
    }
    if let zero {
      throw FileFault(line: lines.number(at: zero), "a zero byte, which XML does not allow")
    }
    guard let root = builder.root else { throw FileFault("it is no XML") }
    self.root = root
  }

  /// What a forgiving parser makes of a page, whatever is wrong with it.
  init(html utf8: [UInt8]) throws {
    self.utf8 = utf8
    var builder = Builder()
    var lines = Lines(utf8)
    try utf8.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, let page = cxml_html_open(base, buffer.count) else {
        throw FileFault("the file is empty")
      }
      defer { cxml_html_close(page) }
      builder.take(cxml_html_events(page), of: buffer, &lines)
    }
    try builder.check(&lines)
    guard let root = builder.root else { throw FileFault("it has no text") }
    self.root = root
  }

  private struct Builder {
    private(set) var root: XMLElement?
    private var open: [XMLElement] = []
    /// Where the last tag ended.
    private var lastTag = 0
    private var elementCount = 0
    /// Set where reading had to end.
    private(set) var isTooLarge = false

    /// - Throws: `FileFault` when something was too large.
    func check(_ lines: inout Lines) throws {
      guard isTooLarge else { return }
      throw FileFault(
        line: lines.number(at: lastTag),
        elementCount > XMLTree.elementLimit
          ? "more than \(XMLTree.elementLimit) elements"
          : "more than \(XMLTree.textLimit >> 20) MiB in one text",
        remedy: "Cut the document")
    }

    mutating func take(
      _ found: cxml_events, of buffer: UnsafeBufferPointer<UInt8>, _ lines: inout Lines
    ) {
      let events = UnsafeBufferPointer(start: found.events, count: found.count)
      let text = { (start: UInt32, count: UInt32) in
        guard let bytes = found.bytes, count > 0 else { return "" }
        return String(
          decoding: UnsafeBufferPointer(start: bytes + Int(start), count: Int(count)),
          as: UTF8.self)
      }
      var index = 0
      while index < events.count, !isTooLarge {
        let event = events[index]
        index += 1
        switch event.kind {
        case CXML_START:
          let attributes = (0..<Int(event.attribute_count)).compactMap { k -> Attribute? in
            guard index + k < events.count else { return nil }
            let each = events[index + k]
            return Attribute(
              text(each.name_start, each.name_count), text(each.value_start, each.value_count))
          }
          index += attributes.count
          elementCount += 1
          if elementCount > XMLTree.elementLimit { isTooLarge = true }
          let name = text(event.name_start, event.name_count)
          // The event says where the name and the attributes end.
          lastTag = min(Int(event.offset), buffer.count)
          var start = max(0, lastTag - 1)
          while start > 0, buffer[start] != UInt8(ascii: "<") { start -= 1 }
          while lastTag < buffer.count, buffer[lastTag] != UInt8(ascii: ">") { lastTag += 1 }
          lastTag = min(lastTag + 1, buffer.count)
          open.append(
            XMLElement(
              name: name.split(separator: ":").last.map(String.init) ?? name,
              attributes: attributes, line: lines.number(at: lastTag), start: start,
              offset: lastTag))
        case CXML_END:
          lastTag = Int(event.offset)
          guard var element = open.popLast() else { continue }
          element.end = min(lastTag, buffer.count)
          if open.isEmpty { root = element } else { append(.element(element)) }
        default:
          let value = text(event.value_start, event.value_count)
          if !open.isEmpty {
            if case .text(let before, let offset) = open[open.count - 1].nodes.last {
              open[open.count - 1].nodes.removeLast()
              append(.text(before + value, offset: offset))
              if before.utf8.count + value.utf8.count > XMLTree.textLimit { isTooLarge = true }
            } else {
              append(.text(value, offset: lastTag))
              if value.utf8.count > XMLTree.textLimit { isTooLarge = true }
            }
          }
        }
      }
    }

    private mutating func append(_ node: XMLNode) { open[open.count - 1].nodes.append(node) }
  }

  /// Counts lines up to offsets that mostly ascend.
  struct Lines {
    private let bytes: [UInt8]
    private var known = (offset: 0, line: 1)

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
    }

    mutating func number(at offset: Int) -> Int {
      let end = min(max(0, offset), bytes.count)
      if end < known.offset { known = (0, 1) }
      let feeds = bytes.withUnsafeBufferPointer { buffer in
        buffer.baseAddress.map { cxml_count($0 + known.offset, end - known.offset, 0x0A) } ?? 0
      }
      known = (end, known.line + feeds)
      return known.line
    }
  }
}

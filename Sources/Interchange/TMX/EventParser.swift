internal import BitextModel
internal import CXML

/// Owns a push parser of libxml2, which is fed with UTF-8 and asked for events.
final class EventParser {
  private let handle: OpaquePointer

  /// An element's or an attribute's name; `name` is `nil` for those that TMX does not have.
  struct Label {
    let name: TMX.Name?
    let text: String
  }

  init() throws(TMX.ParseError) {
    let opened = cxml_parser_open(Self.names, TMX.Name.structureCount)
    guard let opened else { throw TMX.ParseError(reason: .outOfMemory, line: 0, column: 0) }
    handle = opened
  }

  deinit { cxml_parser_close(handle) }

  /// How many bytes have been parsed.
  var offset: Int { Int(cxml_parser_offset(handle)) }

  /// Whether what comes next is the content of an element: no tag, comment or character data is open.
  var isInContent: Bool { cxml_parser_is_in_content(handle) }

  /// Counts lines that it does not get, for what it says of faults.
  func skipLines(_ count: Int) { cxml_parser_skip_lines(handle, count) }

  var fault: cxml_fault? {
    let fault = cxml_parser_fault(handle)
    return fault.state == CXML_HEALTHY ? nil : fault
  }

  /// Parses bytes, which end with a whole character, and hands over what was found in them.
  func feed(
    _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, _ body: (borrowing Events) -> Void
  ) {
    let found = cxml_parser_feed(handle, bytes.baseAddress, bytes.count, isLast)
    body(
      Events(
        events: UnsafeBufferPointer(start: found.events, count: found.count), bytes: found.bytes))
  }

  private static let names = TMX.Name.texts.joined(separator: " ")

  /// Events that live as long as the parser is not fed again.
  struct Events: ~Copyable {
    fileprivate let events: UnsafeBufferPointer<cxml_event>
    fileprivate let bytes: UnsafePointer<UInt8>?

    var count: Int { events.count }

    subscript(index: Int) -> cxml_event { events[index] }

    /// The name of an element or an attribute.
    func label(_ event: cxml_event) -> Label {
      if event.name >= 0 {
        let index = Int(event.name)
        return Label(name: TMX.Name.all[index], text: TMX.Name.texts[index])
      }
      return Label(name: nil, text: text(event.name_start, event.name_count))
    }

    /// The attributes of an element, of which `index` is the start; it moves behind them.
    func attributes(after index: inout Int) -> [Attribute] {
      let count = Int(events[index].attribute_count)
      index += 1
      guard count > 0 else { return [] }
      let attributes = events[index..<min(index + count, events.count)].map { event in
        Attribute(label(event).text, value(event))
      }
      index += count
      return attributes
    }

    /// An attribute's value or a text.
    func value(_ event: cxml_event) -> String { text(event.value_start, event.value_count) }

    private func text(_ start: UInt32, _ count: UInt32) -> String {
      guard let bytes, count > 0 else { return "" }
      return String(
        decoding: UnsafeBufferPointer(start: bytes + Int(start), count: Int(count)), as: UTF8.self)
    }
  }
}

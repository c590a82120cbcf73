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
    let opened = cxml_parser_open(Self.names)
    guard let opened else { throw TMX.ParseError(reason: .outOfMemory, line: 0, column: 0) }
    handle = opened
  }

  deinit { cxml_parser_close(handle) }

  /// How many bytes have been parsed.
  var offset: Int { Int(cxml_parser_offset(handle)) }

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

  private static let names = TMX.Name.all.map(\.rawValue).joined(separator: " ")

  /// Events that live as long as the parser is not fed again.
  struct Events: ~Copyable {
    fileprivate let events: UnsafeBufferPointer<cxml_event>
    fileprivate let bytes: UnsafePointer<UInt8>?

    var count: Int { events.count }

    subscript(index: Int) -> cxml_event { events[index] }

    /// The name of an element or an attribute.
    func label(_ event: cxml_event) -> Label {
      if event.name >= 0 {
        let name = TMX.Name.all[Int(event.name)]
        return Label(name: name, text: name.rawValue)
      }
      return Label(name: nil, text: text(event.name_start, event.name_count))
    }

    /// An attribute's value or a text.
    func value(_ event: cxml_event) -> String { text(event.value_start, event.value_count) }

    private func text(_ start: Int, _ count: Int) -> String {
      guard let bytes, count > 0 else { return "" }
      return String(
        decoding: UnsafeBufferPointer(start: bytes + start, count: count), as: UTF8.self)
    }
  }
}

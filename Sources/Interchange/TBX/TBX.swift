public import BitextModel
internal import CXML

/// TermBase eXchange (ISO 30042), old and new dialect: the terms of a terminology database by concept.
///
/// Only terms and their languages are read; definitions, notes and grammar are passed over.
public enum TBX {
  /// What one concept is called in each language.
  public struct Concept: Sendable, Hashable {
    public struct Term: Sendable, Hashable {
      public let language: LanguageTag
      public let text: String
    }

    public internal(set) var terms: [Term] = []
  }

  /// Why a file could not be read, and where.
  public struct ParseError: Error, Sendable, Hashable, CustomStringConvertible {
    public let cause: String
    /// One-based.
    public let line: Int

    public var description: String { "\(line): \(cause)" }
  }

  /// The concepts of a file in UTF-8, in order; those without a term are left out.
  public static func concepts(in bytes: [UInt8]) throws(ParseError) -> [Concept] {
    let parser: EventParser
    do { parser = try EventParser() } catch {
      throw ParseError(cause: error.cause, line: 1)
    }
    var builder = ConceptBuilder()
    bytes.withUnsafeBufferPointer { buffer in
      parser.feed(buffer, isLast: true) { events in
        for index in 0..<events.count { builder.take(events[index], of: events) }
      }
    }
    if let fault = parser.fault {
      let line = 1 + bytes.prefix(Int(fault.offset)).count { $0 == UInt8(ascii: "\n") }
      throw ParseError(
        cause: "not well-formed XML (\(String(cString: fault.message)))", line: line)
    }
    guard builder.root == "tbx" || builder.root == "martif" else {
      throw ParseError(
        cause: "not a TBX file: the root element is “\(builder.root ?? "")”, not “tbx” or “martif”",
        line: 1)
    }
    return builder.concepts
  }
}

/// Puts concepts together from what stands in the file.
private struct ConceptBuilder {
  private(set) var root: String?
  private(set) var concepts: [TBX.Concept] = []
  private var concept = TBX.Concept()
  private var language: LanguageTag?
  private var term: String?
  /// The element that an attribute belongs to.
  private var element = ""

  mutating func take(_ event: cxml_event, of events: borrowing EventParser.Events) {
    switch event.kind {
    case CXML_START:
      element = events.label(event).text
      if root == nil { root = element.lowercased() }
      switch element {
      case "termEntry", "conceptEntry": concept = TBX.Concept()
      case "langSet", "langSec": language = nil
      case "term": term = ""
      default: break
      }
    case CXML_ATTRIBUTE:
      let isLanguage = ["xml:lang", "lang"].contains(events.label(event).text)
      if isLanguage, element == "langSet" || element == "langSec" {
        language = LanguageTag(events.value(event))
      }
    case CXML_TEXT: term?.append(events.value(event))
    default:
      switch events.label(event).text {
      case "term":
        let text = term?.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? ""
        if let language, !text.isEmpty {
          concept.terms.append(.init(language: language, text: text))
        }
        term = nil
      case "termEntry", "conceptEntry":
        if !concept.terms.isEmpty { concepts.append(concept) }
      default: break
      }
    }
  }
}

extension TMX {
  /// Why a file could not be read, or not to its end, and where.
  public struct ParseError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Reason: Sendable, Hashable {
      /// The system's words.
      case unreadable(String)
      case empty
      case unknownEncoding(String)
      /// In the parser's words.
      case malformedXML(String)
      /// It does not begin with a tag.
      case notXML
      /// The root element's name.
      case notTMX(root: String)
      /// Entities are refused: they can hide other files and grow without bound.
      case entityDeclaration(String)
      /// The file ends before `</tmx>`.
      case truncated
      /// More bytes than this in one unit, or between two.
      case tooLarge(limit: Int)
      case outOfMemory
      /// What `Reader.Policy.strict` does not put up with.
      case broken(Remark.Cause)
    }

    public let reason: Reason
    /// One-based; columns count the bytes of UTF-8. 0 when nothing was read.
    public let line, column: Int

    /// What is wrong, without the place.
    public var cause: String {
      switch reason {
      case .unreadable(let cause): cause
      case .empty: "the file is empty"
      case .unknownEncoding(let name): "the encoding “\(name)” is not known"
      case .malformedXML(let cause): "not well-formed XML (\(cause))"
      case .notXML: "not a TMX file: it is no XML"
      case .notTMX(let root): "not a TMX file: the root element is “\(root)”, not “tmx”"
      case .entityDeclaration(let name): "it declares the entity “\(name)”; entities are refused"
      case .truncated: "the file is cut off: it ends before </tmx>"
      case .tooLarge(let limit): "more than \(limit >> 20) MiB in one unit or between two"
      case .outOfMemory: "out of memory"
      case .broken(let cause): cause.description
      }
    }

    public var description: String { "\(line):\(column): \(cause)" }
  }

  /// Something in a file that is not as the standard wants it, and what became of it.
  public struct Remark: Sendable, Hashable, CustomStringConvertible {
    public enum Outcome: String, Sendable, Hashable, Codable {
      /// Read as a stated rule says; nothing is lost.
      case mended
      /// Left out.
      case skipped
    }

    public enum Cause: Sendable, Hashable, CustomStringConvertible {
      case malformedXML(String)
      case spaceBeforeDeclaration
      /// The file is not in the encoding it declares.
      case falseEncoding(declared: String, actual: String)
      /// So many characters were no characters of the encoding and became U+FFFD.
      case undecodable(Int)
      /// The name of an element, which TMX has in small letters.
      case capitals(String)
      case noHeader
      case missingHeaderAttribute(String)
      case wrongHeaderAttribute(String, value: String)
      case missingLanguage
      case unknownLanguage(String)
      case foreignElement(String)
      case misplacedElement(String)
      case strayText
      case noSegment
      case secondSegment
      case noVariant
      case nestedUnit
      /// The file ends before `</tmx>`.
      case truncated
      case bareAmpersand
      case bareLessThan
      /// The scalar's value.
      case controlCharacter(UInt32)
      /// An entity of HTML's, which TMX does not have.
      case undeclaredEntity(String)
      case tooLarge(limit: Int)

      public var description: String {
        switch self {
        case .malformedXML(let cause): "not well-formed XML (\(cause))"
        case .spaceBeforeDeclaration: "white space before the XML declaration"
        case .falseEncoding(let declared, let actual): "declares \(declared), but is \(actual)"
        case .undecodable(let count): "\(count) characters are none of the encoding; now U+FFFD"
        case .capitals(let name): "<\(name)> is written in capitals"
        case .noHeader: "the header is missing"
        case .missingHeaderAttribute(let name): "the header has no \(name)"
        case .wrongHeaderAttribute(let name, let value):
          "“\(value)” is no value for the header's \(name)"
        case .missingLanguage: "a variant without xml:lang; now und"
        case .unknownLanguage(let code): "“\(code)” is no language tag; now und"
        case .foreignElement(let name): "<\(name)> in a segment; now a placeholder"
        case .misplacedElement(let name): "<\(name)> does not belong here"
        case .strayText: "text outside of any segment"
        case .noSegment: "a variant without <seg>"
        case .secondSegment: "a second <seg> in a variant; joined to the first"
        case .noVariant: "a unit without variants"
        case .nestedUnit: "<tu> inside <tu>"
        case .truncated: "the file is cut off: it ends before </tmx>"
        case .bareAmpersand: "a bare & instead of &amp;"
        case .bareLessThan: "a bare < instead of &lt;"
        case .controlCharacter(let value):
          "a control character that XML does not allow (U+\(Self.hexadecimal(value)))"
        case .undeclaredEntity(let name): "&\(name); is not declared"
        case .tooLarge(let limit): "a unit of more than \(limit >> 20) MiB"
        }
      }

      private static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      }
    }

    public let outcome: Outcome
    public let cause: Cause
    /// One-based.
    public let line: Int

    public var description: String { "\(line): \(cause) (\(outcome.rawValue))" }
  }
}

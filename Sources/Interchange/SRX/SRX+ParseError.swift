extension SRX {
  /// Why a file of rules could not be read, and where.
  public struct ParseError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Reason: Sendable, Hashable {
      /// In the parser's words.
      case malformedXML(String)
      /// The root element's name.
      case notSRX(root: String)
      case entityDeclaration(String)
      case truncated
      case missingAttribute(String, element: String)
      case unknownValue(String, attribute: String, element: String)
      case misplacedElement(String)
      case repeatedRules(String)
      /// A map names rules that are not there.
      case unknownRules(String)
      case outOfMemory
    }

    public let reason: Reason
    /// One-based.
    public let line: Int

    public var cause: String {
      switch reason {
      case .malformedXML(let cause): "not well-formed XML (\(cause))"
      case .notSRX(let root): "not an SRX file: the root element is “\(root)”, not “srx”"
      case .entityDeclaration(let name): "it declares the entity “\(name)”; entities are refused"
      case .truncated: "the file is cut off: it ends before </srx>"
      case .missingAttribute(let name, let element): "<\(element)> lacks the attribute “\(name)”"
      case .unknownValue(let value, let name, let element):
        "“\(value)” is no value of the attribute “\(name)” of <\(element)>"
      case .misplacedElement(let name): "<\(name)> stands where it has no meaning"
      case .repeatedRules(let name): "there are two sets of rules called “\(name)”"
      case .unknownRules(let name): "no set of rules is called “\(name)”"
      case .outOfMemory: "out of memory"
      }
    }

    public var description: String { "\(line): \(cause)" }
  }
}

/// A format of documents, from which text is taken.
///
/// Adding one: a file beside this one that declares it, and a line in `all`.
public struct DocumentFormat: Sendable {
  /// For people, such as “a web page”.
  public let title: String
  /// Of file names, in lower case, without the dot.
  public let endings: [String]
  private let extract: @Sendable ([UInt8]) throws -> DocumentText

  init(
    title: String, endings: [String],
    extract: @escaping @Sendable ([UInt8]) throws -> DocumentText
  ) {
    (self.title, self.endings, self.extract) = (title, endings, extract)
  }

  public static let all: [DocumentFormat] = [
    .html,
    .markdown,
    .docx,
    .odt,
    .epub,
  ]

  /// The format that a file's name announces; `nil` for plain text.
  public init?(fileName: String) {
    let ending = fileName.lowercased().split(separator: ".").last.map(String.init) ?? ""
    guard let format = Self.all.first(where: { $0.endings.contains(ending) }) else { return nil }
    self = format
  }

  /// - Throws: `FileFault` when no text can be taken from it.
  public func text(of bytes: [UInt8]) throws -> DocumentText {
    let document = try extract(bytes)
    guard document.text.contains(where: { !$0.isWhitespace }) else {
      throw FileFault("no text in it", remedy: "Is it the right file?")
    }
    return document
  }
}

public import BitextModel

/// Cuts text into sentences, headings and page furniture.
public struct Segmenter: Sendable {
  /// How the text is written.
  public enum Profile: String, Sendable, Hashable, Codable, CaseIterable {
    /// Edited text: a sentence starts with a capital, a number or a mark.
    case formal
    /// Mail, chat and reviews: a sentence may also start in lower case.
    case informal
  }

  public let language: LanguageTag
  public let profile: Profile
  /// Whether lines are broken at a margin, so that the end of a line need not end a sentence.
  public let isWrapped: Bool
  private let rules: LanguageRules

  public init(language: LanguageTag, profile: Profile = .formal, wrapped: Bool = false) {
    (self.language, self.profile, isWrapped) = (language, profile, wrapped)
    rules = BuiltInRules.rules(for: language.language)
  }

  /// The text as a document whose segments tile it.
  ///
  /// White space behind a segment belongs to it, white space before the first to the first. A text of
  /// white space alone is one segment of boilerplate with the reason `blank`; an empty text has none.
  ///
  /// - Throws: `ICUFailure` when ICU cannot read the text, such as one of 2 GiB and more.
  public func document(name: String? = nil, text: String) throws -> Document {
    var text = text
    let segments = try text.withUTF8 { utf8 in try self.segments(of: UTF8Text(bytes: utf8)) }
    return try Document(name: name, language: language, text: text, segments: segments)
  }

  private func segments(of text: UTF8Text) throws -> [Segment] {
    var pass = pass()
    var segments: [Segment] = []
    try pass.run(text, isFinal: true) { segments.append($0) }
    return segments
  }

  func pass() -> SegmentPass {
    SegmentPass(
      rules: rules, profile: profile, isWrapped: isWrapped, locale: language.description)
  }
}

public import BitextModel

/// What a writer gets: where to write, and what a person wants.
public struct UnitFileOutput {
  /// Takes the next bytes of a file.
  public typealias Stream = (UnsafeRawBufferPointer) throws -> Void

  /// Opens a file by what is added to its name; a format of one file adds nothing.
  public let open: (_ suffix: String) throws -> Stream
  public var options = Options()

  public init(options: Options = Options(), open: @escaping (String) throws -> Stream) {
    (self.options, self.open) = (options, open)
  }

  public struct Options: Sendable {
    /// The source's and the target's language, or none.
    public var languages: [LanguageTag] = []
    /// The program's version, for headers.
    public var toolVersion = ""
    /// ISO 8601's basic form, `20251121T053000Z`; `nil` leaves dates out.
    public var creationDate: String?
    /// Codes to write instead of languages' own.
    public var codes: [LanguageTag: String] = [:]
    /// Of TMX: 1 is text alone, 2 keeps inline codes.
    public var level = 2

    public init() {}

    func code(_ language: LanguageTag) -> String { codes[language] ?? language.description }
  }

  /// A pair of languages for a format that has places for two texts.
  func pair() throws -> (source: LanguageTag, target: LanguageTag) {
    guard options.languages.count >= 2 else {
      throw FileFault(
        "the format has a source and a target", remedy: "Say which with --from and --to")
    }
    return (options.languages[0], options.languages[1])
  }

  /// Opens a file of text.
  func text(_ suffix: String = "") throws -> (String) throws -> Void {
    let stream = try open(suffix)
    return { text in
      var text = text
      try text.withUTF8 { try stream(UnsafeRawBufferPointer($0)) }
    }
  }
}

/// A writer out of closures.
final class SteppedWriter: UnitFileWriter {
  private let take: (TranslationUnit) throws -> Void
  private let end: () throws -> Void

  init(_ take: @escaping (TranslationUnit) throws -> Void, end: @escaping () throws -> Void = {}) {
    (self.take, self.end) = (take, end)
  }

  func write(_ unit: TranslationUnit) throws { try take(unit) }
  func finish() throws { try end() }
}

extension TranslationUnit {
  /// The texts in two languages; `nil` when either is missing.
  func pair(_ source: LanguageTag, _ target: LanguageTag) -> (source: Variant, target: Variant)? {
    guard let a = variant(in: source), let b = variant(in: target) else { return nil }
    return (a, b)
  }
}

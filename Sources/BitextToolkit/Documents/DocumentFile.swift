public import BitextModel
public import Interchange
public import Segmentation
internal import UnicodeText

/// Reads documents from files, cut into segments.
public enum DocumentFile {
  /// How a file's text becomes segments.
  public enum Cutting: Sendable {
    /// By the segmenter.
    case sentences
    /// By line feeds alone: every line, blank ones too, is one segment of kind sentence.
    case lines
  }

  /// - Parameter path: `-` is standard input.
  /// - Throws: `InputFault` when it cannot be read, `ICUFailure` when ICU is broken.
  public static func read(
    _ path: String, language: LanguageTag, cutting: Cutting = .sentences
  ) throws -> Document {
    try document(
      of: contents(path, cutting).text, name: path, language: language, cutting: cutting)
  }

  /// Lines are what somebody cut: they are never taken out of markup.
  private static func contents(_ path: String, _ cutting: Cutting) throws -> DocumentText {
    try cutting == .lines ? DocumentText(plain: TextFile.read(path)) : text(path)
  }

  private static func document(
    of text: String, name: String, language: LanguageTag, cutting: Cutting
  ) throws -> Document {
    switch cutting {
    case .sentences: try Segmenter(language: language).document(name: name, text: text)
    case .lines: try lines(of: text, name: name, language: language)
    }
  }

  /// The text that people read in a file, by the format that its name announces.
  ///
  /// - Throws: `InputFault` when it cannot be read, or no text can be taken from it.
  public static func text(_ path: String) throws(InputFault) -> DocumentText {
    guard let format = DocumentFormat(fileName: path) else {
      return DocumentText(plain: try TextFile.read(path))
    }
    let bytes = try TextFile.data(path)
    do {
      return try format.text(of: bytes)
    } catch let fault as FileFault {
      throw InputFault(path, line: fault.line, fault.cause, remedy: fault.remedy)
    } catch {
      throw InputFault(path, "\(error)")
    }
  }

  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - language: `nil` asks the file, and then its text.
  ///   - option: What names the language, for the error: `--from`.
  /// - Returns: The document, and the guess when its language is one.
  /// - Throws: `InputFault` when it cannot be read or does not tell its language.
  public static func read(
    _ path: String, language: LanguageTag?, option: String, cutting: Cutting = .sentences
  ) throws -> (document: Document, guess: LanguageGuess?) {
    let contents = try contents(path, cutting)
    let (language, guess) = try TextLanguage.language(
      language ?? contents.language, of: contents.text, place: path, option: option)
    return (
      try document(of: contents.text, name: path, language: language, cutting: cutting), guess
    )
  }

  /// A document of segments that are cut already, each followed by a line feed.
  public static func document(
    ofLines lines: [String], language: LanguageTag
  ) throws(Document.Fault) -> Document {
    var (start, segments): (Int, [Segment]) = (0, [])
    for line in lines {
      let end = start + line.utf8.count + 1
      segments.append(Segment(range: start..<end, kind: .sentence, paragraph: segments.count))
      start = end
    }
    return try Document(
      language: language, text: lines.map { $0 + "\n" }.joined(), segments: segments)
  }

  private static func lines(
    of text: String, name: String, language: LanguageTag
  ) throws(Document.Fault) -> Document {
    var (start, segments): (Int, [Segment]) = (0, [])
    func close(at end: Int) {
      segments.append(Segment(range: start..<end, kind: .sentence, paragraph: segments.count))
      start = end
    }
    for (offset, byte) in text.utf8.enumerated() where byte == UInt8(ascii: "\n") {
      close(at: offset + 1)
    }
    if start < text.utf8.count { close(at: text.utf8.count) }
    return try Document(name: name, language: language, text: text, segments: segments)
  }
}

internal import BitextToolkit
internal import HTTPTypes
internal import Hummingbird

extension Exchange {
  /// The fields of a form.
  func form() async throws -> [(name: String, value: String)] {
    try requireContent("application/x-www-form-urlencoded")
    guard let text = String(validating: try await body(), as: UTF8.self) else {
      throw Problem(.badRequest, "The form is not UTF-8.")
    }
    return try RequestTarget.items(text)
  }

  /// Where the review of an alignment is.
  func address(of id: AlignmentShelf.ID, _ served: ServedMemory) -> String {
    "/alignments/\(id)?" + Self.query([("memory", served.name)])
  }

  /// The page of a review.
  ///
  /// - Parameters:
  ///   - form: What was sent, if something was: the page looks as it did then.
  ///   - message: Why something was not done.
  func review(
    _ id: AlignmentShelf.ID, _ project: AlignmentProject, of served: ServedMemory,
    form: [(name: String, value: String)] = [], message: String? = nil, notice: String? = nil
  ) -> Response {
    let asked = form.first { $0.name == "view" }.flatMap { try? RequestTarget.items($0.value) }
    let items = asked ?? target.query
    let look = ReviewPage.Look(
      isByDoubt: items.contains { $0 == ("order", "doubt") },
      isOpenOnly: items.contains { $0 == ("open", "1") })
    let view = ReviewPage(
      project.file, id: id.description, memory: served.name, version: project.version, look: look,
      words: words, canWrite: grant.allows(.write, on: served.name) && served.isWritable,
      canUndo: project.canUndo, message: message, notice: notice)
    return page(
      "review", title: "\(view.source.name) · \(view.target.name)", tab: .alignments, view)
  }
}

/// One text of an upload: a file, or what was pasted.
struct UploadedText: Sendable {
  private let name: String
  private let bytes: [UInt8]
  private let language: LanguageTag?

  /// - Parameters:
  ///   - side: `source` or `target`, with which the names of its fields begin.
  ///   - language: The name of the field that says it; empty leaves it to the text.
  /// - Throws: `Problem` when there is neither file nor text.
  init(_ form: MultipartForm, _ side: String, language field: String, _ words: Words)
    throws(Problem)
  {
    let title = words[side == "source" ? "first_text" : "second_text"]
    if let file = form.file(side + "File") {
      // A path is nobody's business, and some browsers send one.
      name =
        file.file?.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? title
      bytes = file.bytes
    } else if let text = try form.text(side + "Text") {
      (name, bytes) = (title, Array(text.utf8))
    } else {
      throw Problem(.badValue, words["text_missing", title])
    }
    guard let code = try form.text(field) else {
      language = nil
      return
    }
    guard let tag = LanguageTag(code) else {
      throw Problem(.badValue, words["language_unknown", code])
    }
    language = tag
  }

  /// Takes the text from its format, and cuts it into segments.
  func document() throws -> Document {
    let contents: DocumentText
    if let format = DocumentFormat(fileName: name) {
      contents = try format.text(of: bytes)
    } else {
      contents = DocumentText(plain: try TextFile.text(bytes, of: name))
    }
    let (language, _) = try TextLanguage.language(
      language ?? contents.language, of: contents.text, place: name, option: "from / to")
    return try Segmenter(language: language).document(name: name, text: contents.text)
  }
}

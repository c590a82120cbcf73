public import BitextModel
internal import Interchange
public import Segmentation

/// The documents of one language, read and cut.
public struct DocumentSet: Sendable {
  /// Of the documents that could be read.
  public let list: DocumentList
  public let documents: [Document]
  public let language: LanguageTag
  /// The first document whose language nobody named, and the guess; `nil` when there is none.
  public let guess: (document: String, guess: LanguageGuess)?
  /// Why the others could not be read.
  public let faults: [InputFault]

  /// Documents that are not in files, by their order.
  public init(_ documents: [Document], language: LanguageTag) {
    let entries = documents.indices.map {
      DocumentList.Entry(path: "\($0)", title: "\($0)", language: nil)
    }
    list = DocumentList(entries: entries, hasFolder: false)
    (self.documents, self.language, guess, faults) = (documents, language, nil, [])
  }

  /// - Parameters:
  ///   - language: `nil` asks the list, then the documents' texts.
  ///   - option: What names the language, for the error: `--from`.
  /// - Throws: `InputFault` when no document can be read, or they are of several languages; when there
  ///   is but one, why it cannot be read.
  public init(
    _ list: DocumentList, language: LanguageTag?, option: String, cutting: DocumentFile.Cutting
  ) throws {
    var (entries, documents): ([DocumentList.Entry], [Document]) = ([], [])
    var faults: [InputFault] = []
    var guess: (document: String, guess: LanguageGuess)?
    for entry in list.entries {
      do {
        let (document, guessed) = try DocumentFile.read(
          entry.path, language: language ?? list.language, option: option, cutting: cutting)
        if guess == nil, let guessed { guess = (entry.path, guessed) }
        entries.append(entry)
        documents.append(document)
      } catch let fault as InputFault {
        if list.entries.count == 1 || !list.hasFolder { throw fault }
        faults.append(fault)
      }
    }
    guard let first = documents.first else {
      throw faults.first ?? InputFault("documents", "there are none")
    }
    for document in documents where document.language.language != first.language.language {
      throw InputFault(
        document.name ?? "-",
        "looks like \(document.language), the first document like \(first.language)",
        remedy: "Name the language, such as \(option) \(first.language)")
    }
    self.list = DocumentList(
      entries: entries, hasFolder: list.hasFolder, language: list.language)
    self.guess = guess
    (self.documents, self.faults, self.language) = (documents, faults, first.language)
  }
}

public import BitextModel

/// The documents of a folder that holds two languages.
public struct DocumentCollection: Sendable {
  /// In the order of their paths.
  public let sources, targets: [Document]
  /// Files that were left out, and why.
  public let leftOut: [InputFault]

  /// Reads all documents of a folder and of the folders in it.
  ///
  /// A document's language is what its name tells (`de/report.txt`, `report.de.txt`), else what its text
  /// looks like.
  ///
  /// - Throws: `InputFault` when the folder cannot be read, or has no document of one of the languages.
  public init(
    _ folder: String, source: LanguageTag, target: LanguageTag, cutting: DocumentFile.Cutting
  ) throws {
    var (documents, leftOut): ([[Document]], [InputFault]) = ([[], []], [])
    guard DocumentList.isFolder(folder) else {
      throw InputFault(folder, "is no folder", remedy: "Name the folder that holds the documents")
    }
    for entry in try DocumentList([folder]).entries {
      do throws(any Error) {
        let (document, _) = try DocumentFile.read(
          entry.path, language: entry.language, option: "--from", cutting: cutting)
        switch document.language.language {
        case source.language: documents[0].append(document)
        case target.language: documents[1].append(document)
        default:
          leftOut.append(
            InputFault(entry.path, "is in \(document.language), neither \(source) nor \(target)"))
        }
      } catch let fault as InputFault {
        leftOut.append(fault)
      }
    }
    for (side, language) in zip(documents, [source, target]) where side.isEmpty {
      throw InputFault(
        folder, "has no document in \(language)",
        remedy: "Put them into a folder \(language) in it, or name them NAME.\(language).txt")
    }
    (sources, targets, self.leftOut) = (documents[0], documents[1], leftOut)
  }
}

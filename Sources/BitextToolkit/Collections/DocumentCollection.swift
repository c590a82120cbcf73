public import BitextModel
internal import Foundation

/// The documents of a folder, by language.
public struct DocumentCollection: Sendable {
  /// In the order of their paths.
  public let sources, targets: [Document]
  /// Files that were left out, and why.
  public let leftOut: [InputFault]

  /// Reads all files of a folder and of the folders in it; hidden ones are passed over.
  ///
  /// A file's language is that of its folder where that is named `de`, that of its name where it is called
  /// `report.de.txt`, else what its text looks like.
  ///
  /// - Throws: `InputFault` when the folder cannot be read, or has no document of one of the languages.
  public init(
    _ folder: String, source: LanguageTag, target: LanguageTag, cutting: DocumentFile.Cutting
  ) throws {
    let paths: [String]
    do {
      paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
    } catch {
      throw InputFault(folder, "is no folder that can be read")
    }
    var (documents, leftOut): ([[Document]], [InputFault]) = ([[], []], [])
    for path in paths.sorted() {
      let file = folder + "/" + path
      guard !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }),
        TextFile.isRegular(file)
      else { continue }
      do throws(any Error) {
        let named = Self.named(path, among: [source, target])
        let (document, _) = try DocumentFile.read(
          file, language: named, option: "--from", cutting: cutting)
        switch document.language {
        case let language where language.matches(source): documents[0].append(document)
        case let language where language.matches(target): documents[1].append(document)
        default:
          leftOut.append(
            InputFault(file, "looks like \(document.language), neither \(source) nor \(target)"))
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

  /// The language that a folder or the file's name says.
  private static func named(_ path: String, among languages: [LanguageTag]) -> LanguageTag? {
    let parts = path.split(separator: "/")
    let words =
      parts.dropLast().map(String.init)
      + (parts.last?.split(separator: ".").map(String.init).dropFirst() ?? [])
    return languages.first { language in words.contains { LanguageTag($0) == language } }
  }
}

internal import BitextModel
internal import Foundation
internal import Interchange
internal import SQLiteMemory

/// Pairs of texts in two languages, from whatever holds units: a memory or a file of any format that
/// units are read from, also as gzip; tab-separated values where its name tells none.
struct BilingualTexts {
  let path: String
  let source, target: LanguageTag

  /// A folder, or a bare name that is no file here.
  private var isMemory: Bool {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return exists ? isFolder.boolValue : !path.contains("/") && !path.contains(".")
  }

  /// Hands over each pair; what is no translation or lacks a language is passed over.
  func forEachPair(_ take: (String, String) throws -> Void) throws {
    func unit(_ unit: TranslationUnit) throws {
      guard unit.link?.relation != .claim, let a = unit.variant(in: source),
        let b = unit.variant(in: target)
      else { return }
      try take(a.content.text, b.content.text)
    }
    if isMemory {
      try Memory.named(path).consult { snapshot in
        try snapshot.forEachUnit { try unit($1) }
      }
      return
    }
    do {
      let reader = try (UnitFormat(fileName: path) ?? .tsv).reader(
        UnitFileInput(.path(path), languages: [source, target]))
      while let next = try reader.next() { try unit(next) }
    } catch let fault as FileFault {
      throw InputFault(path, line: fault.line, fault.cause, remedy: fault.remedy)
    }
  }
}

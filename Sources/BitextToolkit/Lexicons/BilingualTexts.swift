internal import BitextModel
internal import Foundation
internal import Interchange
internal import SQLiteMemory

/// Pairs of texts in two languages, from whatever holds units: a memory, TMX, an alignment file,
/// tab-separated values, these also as gzip.
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
    let name = path.hasSuffix(".gz") ? String(path.dropLast(3)) : path
    switch UnitFormat(fileName: name) {
    case .tmx: try readTMX(unit)
    case .jsonl:
      let text = try LexiconSource.text(path)
      let units: [TranslationUnit]
      do throws(AlignmentFile.ParseError) {
        units = try AlignmentFile(text: text).units
      } catch {
        throw InputFault(path, line: error.line, error.cause)
      }
      for each in units { try unit(each) }
    default:
      var lines = PairLines(path, try LexiconSource.text(path), languages: [source, target])
      while let next = try lines.next() { try unit(next) }
    }
  }
}

extension BilingualTexts {
  fileprivate func readTMX(_ take: (TranslationUnit) throws -> Void) throws {
    do {
      var reader = try TMX.Reader(path: path == "-" ? "/dev/stdin" : path)
      while let unit = try reader.next() { try take(unit) }
    } catch let error as TMX.ParseError {
      throw InputFault(path, line: error.line > 0 ? error.line : nil, error.cause)
    }
  }
}

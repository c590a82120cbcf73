internal import BilingualLexicon
internal import BitextModel
internal import Foundation

/// A file that a lexicon is compiled from.
struct LexiconSource {
  enum Format: String {
    /// A line an entry, `de :: en`.
    case ding
    /// An index and a dictionary beside it.
    case dictd
    /// Terms and their translations as units: TMX, an alignment file, tab-separated values.
    case glossary
    /// A terminology database.
    case tbx
  }

  let path: String
  let format: Format

  /// Goes by the file's name, then by how it begins.
  init(_ path: String) throws(InputFault) {
    self.path = path
    let name = path.lowercased()
    if [".index", ".dict", ".dict.dz"].contains(where: name.hasSuffix) {
      format = .dictd
    } else if [".tbx", ".tbx.gz"].contains(where: name.hasSuffix) {
      format = .tbx
    } else if UnitFormat(fileName: name.hasSuffix(".gz") ? String(name.dropLast(3)) : name) != nil
      || name.hasSuffix(".bitext")
    {
      format = .glossary
    } else {
      format = .ding
    }
  }

  /// The bytes of a file, unpacked if it is gzip.
  static func data(_ path: String) throws(InputFault) -> [UInt8] {
    let bytes = try TextFile.data(path)
    guard Gzip.isPacked(bytes) else { return bytes }
    guard let content = Gzip.unpacked(bytes) else {
      throw InputFault(path, "gzip that is damaged or cut off", remedy: "Fetch the file again")
    }
    return content
  }

  static func text(_ path: String) throws(InputFault) -> String {
    try TextFile.text(data(path), of: path)
  }

  /// The two files of a dictd dictionary, whichever of them is named.
  var dictdFiles: (index: String, dictionary: String) {
    var stem = path
    for ending in [".index", ".dict.dz", ".dict"] where path.lowercased().hasSuffix(ending) {
      stem = String(path.dropLast(ending.count))
      break
    }
    let packed = stem + ".dict.dz"
    let isPacked = FileManager.default.fileExists(atPath: packed)
    return (stem + ".index", isPacked ? packed : stem + ".dict")
  }

  /// The languages that the file's name ends with, as FreeDict's do: `freedict-deu-fra`.
  var namedLanguages: (LanguageTag, LanguageTag)? {
    let stem = dictdFiles.index.split(separator: "/").last?.dropLast(".index".count) ?? ""
    let codes = stem.split(separator: "-").suffix(2).map {
      Locale.canonicalLanguageIdentifier(from: String($0))
    }
    guard codes.count == 2, let first = LanguageTag(codes[0]), let second = LanguageTag(codes[1])
    else { return nil }
    return (first, second)
  }
}

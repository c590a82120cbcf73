public import BitextModel
internal import Foundation
internal import Interchange

/// The documents that a person named, one by one or by their folders.
public struct DocumentList: Sendable, Hashable {
  public struct Entry: Sendable, Hashable {
    public let path: String
    /// What the document is called whatever its language: its path within the folder, without the mark of
    /// its language and without its ending.
    public let title: String
    /// The language that its name tells: `x.de.txt`, `x_de.txt`, `x/de.txt`, `de/x.txt`.
    public let language: LanguageTag?
  }

  public let entries: [Entry]
  /// Whether a folder was named: then names tell which documents belong together.
  public let hasFolder: Bool
  /// The language that the names of all tell, where they were chosen by it.
  public let language: LanguageTag?

  /// - Parameter arguments: Files, `-`, and folders, of which all documents are taken, in the order of
  ///   their names; hidden ones are passed over.
  /// - Throws: `InputFault` when there is no such file, or no document in a folder.
  public init(_ arguments: [String]) throws(InputFault) {
    var (entries, hasFolder): ([Entry], Bool) = ([], false)
    for argument in arguments {
      guard Self.isFolder(argument) else {
        entries.append(Entry(path: argument, within: argument.split(separator: "/").suffix(1)))
        continue
      }
      hasFolder = true
      let found = Self.documents(in: argument)
      guard !found.isEmpty else {
        throw InputFault(
          argument, "no document in this folder", remedy: "Documents are text, HTML, Markdown, …")
      }
      entries += found
    }
    self.init(entries: entries, hasFolder: hasFolder)
  }

  init(entries: [Entry], hasFolder: Bool = true, language: LanguageTag? = nil) {
    (self.entries, self.hasFolder, self.language) = (entries, hasFolder, language)
  }

  public static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// The documents in the two languages of one folder that holds both.
  ///
  /// - Throws: `InputFault` when names tell no language, or more than two and nobody said which.
  public func split(
    _ source: LanguageTag?, _ target: LanguageTag?, of folder: String
  ) throws(InputFault) -> (source: DocumentList, target: DocumentList) {
    let marked = Set(entries.compactMap { $0.language?.language }).sorted()
    var wanted = [source?.language, target?.language]
    let open = marked.filter { !wanted.contains($0) }
    if wanted.contains(nil), open.count == wanted.count(where: { $0 == nil }) {
      var rest = open.makeIterator()
      wanted = wanted.map { $0 ?? rest.next() }
    }
    guard let from = wanted[0], let to = wanted[1], from != to else {
      throw InputFault(
        folder,
        marked.isEmpty
          ? "no name of a document tells its language"
          : "names of \(marked.count == 1 ? "one language" : "\(marked.count) languages"): "
            + marked.joined(separator: ", "),
        remedy: "Name two languages with --from and --to, or a second folder with --with")
    }
    let side = { (language: String) in
      DocumentList(
        entries: entries.filter { $0.language?.language == language },
        language: LanguageTag(language))
    }
    let sides = (side(from), side(to))
    guard !sides.0.entries.isEmpty, !sides.1.entries.isEmpty else {
      throw InputFault(
        folder, "no document is named as \(sides.0.entries.isEmpty ? from : to)",
        remedy:
          "Names end in .\(from).txt and .\(to).txt, or are that, or stand in folders \(from)/ and \(to)/"
      )
    }
    return sides
  }

  private static func documents(in folder: String) -> [Entry] {
    let root = URL(fileURLWithPath: folder).standardizedFileURL
    let found = FileManager.default.enumerator(
      at: root, includingPropertiesForKeys: [.isRegularFileKey], options: [.skipsHiddenFiles])
    var entries: [Entry] = []
    while let url = found?.nextObject() as? URL {
      let parts = url.standardizedFileURL.pathComponents.dropFirst(root.pathComponents.count)
      guard let name = parts.last, isDocument(name), TextFile.isRegular(url.path) else { continue }
      entries.append(Entry(path: ([folder] + parts).joined(separator: "/"), within: Array(parts)))
    }
    return entries.sorted { $0.path < $1.path }
  }

  private static func isDocument(_ name: String) -> Bool {
    name.lowercased().hasSuffix(".txt") || !name.contains(".")
      || DocumentFormat(fileName: name) != nil
  }
}

extension DocumentList.Entry {
  /// - Parameter parts: The path within the folder.
  init(path: String, within parts: some Collection<some StringProtocol>) {
    var language: LanguageTag?
    var title: [String] = []
    for (place, part) in parts.enumerated() {
      let isFile = place == parts.count - 1
      var stem = String(part)
      if isFile, let dot = stem.lastIndex(of: "."), dot != stem.startIndex {
        stem = String(stem[..<dot])
      }
      let mark = stem.lastIndex { ".-_".contains($0) }
      if !isFile, let tag = Self.mark(stem) {
        language = language ?? tag
      } else if isFile, let mark, let tag = Self.mark(stem[stem.index(after: mark)...]) {
        language = tag
        title.append(String(stem[..<mark]))
      } else if isFile, language == nil, let tag = Self.mark(stem) {
        language = tag
      } else {
        title.append(stem)
      }
    }
    self.init(path: path, title: title.joined(separator: "/"), language: language)
  }

  /// Of the languages that names tell, those with two letters: other short words are no languages.
  private static func mark(_ text: some StringProtocol) -> LanguageTag? {
    let letters = text.prefix { $0 != "-" && $0 != "_" }
    guard letters.count == 2, let tag = LanguageTag(String(text)) else { return nil }
    return tag
  }
}

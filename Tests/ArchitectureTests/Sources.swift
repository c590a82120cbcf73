import Foundation

/// Reads the project's own files.
enum Sources {
  /// Files below a folder, sorted.
  static func files(in folder: URL, endings: Set<String>) throws -> [URL] {
    let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let files = (walk?.compactMap { $0 as? URL } ?? []).filter {
      endings.contains($0.pathExtension)
    }
    return files.sorted { $0.path < $1.path }
  }

  /// The modules that Swift code imports.
  static func imports(of text: String) -> Set<String> {
    let kinds: Set<Substring> = [
      "struct", "class", "enum", "protocol", "func", "let", "var", "typealias",
    ]
    var modules: Set<String> = []
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ")
      guard let index = words.firstIndex(of: "import"),
        words[..<index].allSatisfy({ $0.hasPrefix("@") || access.contains($0) })
      else { continue }
      let name = words[(index + 1)...].first { !kinds.contains($0) }
      if let module = name?.split(separator: ".").first { modules.insert(String(module)) }
    }
    return modules
  }

  private static let access: Set<Substring> = ["public", "package", "internal", "private"]
}

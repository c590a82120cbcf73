package import BitextModel

/// Names without the folders that all of them share.
package enum ShortNames {
  /// The names of two documents without their folders, unless these tell them apart.
  package static func ofPair(_ source: Document, _ target: Document) -> (
    source: String, target: String
  ) {
    let paths = [source.name ?? "document", target.name ?? "document"]
      .map { $0 == "-" ? "standard input" : $0 }
    let files = paths.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    let short = of(paths)
    // Folders that only say the language say nothing that does not stand beside the name.
    let tellsLanguage = zip(short, [source, target]).allSatisfy {
      LanguageTag($0) == $1.language || $0 == $1.language.language
    }
    let names = files[0] == files[1] && !tellsLanguage ? short : files
    return (names[0], names[1])
  }

  /// `a/x/text.txt, a/y/text.txt` become `x, y`: leading and trailing path components that all names
  /// have in common go, as long as something of each name is left.
  package static func of(_ names: [String]) -> [String] {
    guard let first = names.first else { return [] }
    let paths = names.map { $0.split(separator: "/", omittingEmptySubsequences: true) }
    guard names.count > 1, paths.allSatisfy({ !$0.isEmpty }) else {
      return names.map { $0.split(separator: "/").last.map(String.init) ?? first }
    }
    let shortest = paths.reduce(Int.max) { min($0, $1.count) }
    var lead = 0
    while lead < shortest - 1, paths.allSatisfy({ $0[lead] == paths[0][lead] }) { lead += 1 }
    var trail = 0
    while trail < shortest - 1 - lead,
      paths.allSatisfy({ $0[$0.count - 1 - trail] == paths[0][paths[0].count - 1 - trail] })
    { trail += 1 }
    return paths.map { $0.dropFirst(lead).dropLast(trail).joined(separator: "/") }
  }
}

/// Names without the folders that all of them share.
package enum ShortNames {
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

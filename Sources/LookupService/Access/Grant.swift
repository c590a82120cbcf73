/// What one may do with a memory; each includes those before it.
public enum Scope: String, Sendable, Hashable, Comparable, CaseIterable, Codable {
  /// Look up, search, export.
  case read
  /// Add, change and remove units, review alignments.
  case write
  /// Undo what others did, see what the service does.
  case admin

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  public static func < (a: Scope, b: Scope) -> Bool { a.rank < b.rank }
}

/// What somebody may do here.
struct Grant: Sendable, Hashable {
  /// Who, as the log says it; `nil` where nobody was asked.
  let name: String?
  /// By memory; `*` stands for all.
  let scopes: [String: Scope]

  /// What everybody may do on a service that asks for no token.
  static let everything = Grant(name: nil, scopes: ["*": .admin])
  static let nothing = Grant(name: nil, scopes: [:])

  /// - Parameter memory: `nil` asks about what belongs to no memory: it wants the right to all.
  func allows(_ scope: Scope, on memory: String?) -> Bool {
    let granted = [memory.flatMap { scopes[$0] }, scopes["*"]].compactMap { $0 }.max()
    return granted.map { $0 >= scope } ?? false
  }

  /// Whether it allows that much on any memory.
  func allowsAnywhere(_ scope: Scope) -> Bool {
    scopes.values.contains { $0 >= scope }
  }
}

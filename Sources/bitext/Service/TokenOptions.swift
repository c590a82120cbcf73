internal import ArgumentParser
internal import BitextToolkit
internal import Foundation
internal import LookupService

/// What `bitext serve` does with tokens instead of serving.
struct TokenOptions: ParsableArguments {
  @Option(help: "The file of the tokens' hashes. (default: tokens.jsonl among your own data)")
  var tokenFile: String?

  @Option(help: "Make a token for somebody, print it once, and end.")
  var newToken: String?

  @Option(
    help: ArgumentHelp(
      "What the new token allows: read, write or admin, on a memory or all. Repeatable.",
      valueName: "SCOPE[:MEMORY]"))
  var scope: [String] = []

  @Option(help: "Revoke a token, at once also in services that run, and end.")
  var revokeToken: String?

  @Flag(help: "List the tokens' names and scopes, and end.")
  var listTokens = false

  func validate() throws {
    guard [newToken != nil, revokeToken != nil, listTokens].count(where: { $0 }) <= 1 else {
      throw ValidationError("--new-token, --revoke-token and --list-tokens: one at a time")
    }
    if newToken != nil, scope.isEmpty {
      throw ValidationError("say what the token allows: --scope read, or --scope write:news")
    }
    if newToken == nil, !scope.isEmpty { throw ValidationError("--scope goes with --new-token") }
    _ = try scopes()
  }

  private func scopes() throws -> [String: Scope] {
    try scope.reduce(into: [:]) { scopes, entry in
      let sides = entry.split(separator: ":", maxSplits: 1)
      guard let scope = sides.first.flatMap({ Scope(rawValue: String($0)) }) else {
        throw ValidationError("--scope \(entry): read, write or admin, and perhaps :MEMORY")
      }
      scopes[sides.count > 1 ? String(sides[1]) : "*"] = scope
    }
  }

  /// - Returns: Whether there was something to do.
  func run() throws -> Bool {
    let path = tokenFile ?? TokenFile.defaultPath
    if let newToken {
      var file = try TokenFile(path)
      let token = try file.add(newToken, scopes: scopes(), at: Date.now.formatted(.iso8601))
      Console.print(token)
      Console.note("keep it well: \(path) has its hash alone, and nobody can see it again")
    } else if let revokeToken {
      var file = try TokenFile(path)
      try file.revoke(revokeToken)
      Console.note("\(revokeToken): revoked")
    } else if listTokens {
      for entry in try TokenFile(path).entries {
        let scopes = entry.scopes.sorted { $0.key < $1.key }.map {
          "\($0.value.rawValue):\($0.key)"
        }
        Console.print("\(entry.name)\t\(scopes.joined(separator: ","))\t\(entry.created)")
      }
    } else {
      return false
    }
    return true
  }
}

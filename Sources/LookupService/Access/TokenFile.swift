public import BitextToolkit
internal import Crypto
internal import Foundation

/// The tokens of a service, of which the file holds hashes alone: whoever reads it can use none.
///
/// A line of JSON a token: `{"name","sha256","scopes":{"news":"write"},"created"}`.
public struct TokenFile: Sendable {
  public struct Entry: Sendable, Hashable, Codable {
    public let name: String
    /// Of the token's text, in hexadecimal. A token has 256 random bits, so a plain hash will do.
    public let sha256: String
    /// By the memory's name; `*` is all memories.
    public let scopes: [String: Scope]
    /// ISO 8601.
    public let created: String
  }

  public let path: String
  public private(set) var entries: [Entry]

  /// Where tokens are when nobody names a place.
  public static var defaultPath: String { DataFolders.data + "/tokens.jsonl" }

  /// Reads the file; one that is not there has no tokens.
  ///
  /// - Throws: `InputFault` naming the line that is none, so that no typing error opens a service.
  public init(_ path: String = TokenFile.defaultPath) throws(InputFault) {
    self.path = path
    entries = []
    guard FileManager.default.fileExists(atPath: path) else { return }
    guard let text = String(validating: try TextFile.data(path), as: UTF8.self) else {
      throw InputFault(path, "not UTF-8", remedy: "Delete it, and make the tokens anew")
    }
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy(\.isWhitespace) {
      guard let entry = try? JSONDecoder().decode(Entry.self, from: Data(line.utf8)) else {
        throw InputFault(
          path, line: index + 1, "no token",
          remedy: "Delete the line, and make a token: bitext serve --new-token NAME")
      }
      entries.append(entry)
    }
  }

  /// Makes a token, and keeps its hash.
  ///
  /// - Returns: The token, which nobody can see again.
  /// - Throws: `InputFault` when there is one of that name, or the file cannot be written.
  public mutating func add(
    _ name: String, scopes: [String: Scope], at time: String
  ) throws(InputFault) -> String {
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || "-_.@".contains($0) })
    else {
      throw InputFault("--new-token", "a name is letters, digits and -_.@")
    }
    guard !entries.contains(where: { $0.name == name }) else {
      throw InputFault(
        path, "there is a token “\(name)” already",
        remedy: "Revoke it first, or choose another name")
    }
    let token = Self.newToken()
    entries.append(
      Entry(name: name, sha256: Self.hash(of: token), scopes: scopes, created: time))
    try save()
    return token
  }

  /// - Throws: `InputFault` when there is none of that name.
  public mutating func revoke(_ name: String) throws(InputFault) {
    guard entries.contains(where: { $0.name == name }) else {
      throw InputFault(
        path, "there is no token “\(name)”", remedy: "See: bitext serve --list-tokens")
    }
    entries.removeAll { $0.name == name }
    try save()
  }

  private func save() throws(InputFault) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var text = ""
    for entry in entries {
      guard let line = try? JSONText.line(entry) else { continue }
      text += line + "\n"
    }
    let isNew = !FileManager.default.fileExists(atPath: path)
    // A file that is replaced keeps its permissions: so it is made with the right ones first.
    if isNew {
      _ = FileManager.default.createFile(
        atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    }
    try OutputFile.write(text, to: path)
  }

  static func hash(of token: String) -> String { Fingerprint.sha256(token) }

  /// 256 random bits, with a mark by which scanners for lost secrets find it.
  private static func newToken() -> String {
    let key = SymmetricKey(size: .bits256)
    let text = key.withUnsafeBytes { Data($0) }.base64EncodedString()
    return "bitext_"
      + text.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}

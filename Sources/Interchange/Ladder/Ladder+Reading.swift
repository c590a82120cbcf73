extension Ladder {
  /// Why a text is no ladder, and where.
  public struct ParseError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Reason: Sendable, Hashable {
      case notABead(String)
      case emptyBead
      case notAscending
      case noScore(String)
    }

    public let reason: Reason
    /// One-based.
    public let line: Int

    /// What is wrong, without the line.
    public var cause: String {
      switch reason {
      case .notABead(let text): "“\(text)” is no bead such as [0, 1]:[2]:0.93"
      case .emptyBead: "a bead with two empty sides"
      case .notAscending: "the indexes of a bead do not ascend"
      case .noScore(let text): "“\(text)” is no score"
      }
    }

    public var description: String { "\(line): \(cause)" }
  }

  /// Reads beads, one a line; blank lines are passed over.
  public init(text: String) throws(ParseError) {
    var (rungs, number): ([Rung], Int) = ([], 0)
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      let fields = line.split(separator: ":", omittingEmptySubsequences: false)
      if fields.count == 1, fields[0].allSatisfy(\.isWhitespace) { continue }
      guard (2...3).contains(fields.count), let source = Self.indexes(fields[0]),
        let target = Self.indexes(fields[1])
      else { throw ParseError(reason: .notABead(String(line.prefix(60))), line: number) }
      guard !(source.isEmpty && target.isEmpty) else {
        throw ParseError(reason: .emptyBead, line: number)
      }
      guard [source, target].allSatisfy({ zip($0, $0.dropFirst()).allSatisfy(<) }) else {
        throw ParseError(reason: .notAscending, line: number)
      }
      let text = fields.count == 3 ? fields[2].filter { !$0.isWhitespace } : ""
      let score = Double(text)
      guard text.isEmpty || score?.isFinite == true else {
        throw ParseError(reason: .noScore(text), line: number)
      }
      rungs.append(Rung(source: source, target: target, score: score))
    }
    self.init(rungs: rungs)
  }

  init(rungs: [Rung]) {
    self.rungs = rungs
  }

  /// `nil` when it is no list of whole numbers from 0 in brackets.
  private static func indexes(_ text: Substring) -> [Int]? {
    let list = text.filter { $0 != " " }
    guard list.hasPrefix("["), list.hasSuffix("]"), list.count >= 2 else { return nil }
    let inside = list.dropFirst().dropLast()
    if inside.isEmpty { return [] }
    var indexes: [Int] = []
    for field in inside.split(separator: ",", omittingEmptySubsequences: false) {
      guard let index = Int(field), index >= 0, field.first?.isNumber == true else { return nil }
      indexes.append(index)
    }
    return indexes
  }
}

/// A list of pairs of documents to align: source, target and output a line, between them tabs.
public struct PairList: Sendable, Hashable {
  public struct Pair: Sendable, Hashable {
    /// One-based.
    public let line: Int
    public let source, target, output: String
  }

  /// A line that names no pair.
  public struct Fault: Error, Sendable, Hashable {
    public let line: Int
    public let fault: InputFault
  }

  /// In the order of the list.
  public let entries: [Result<Pair, Fault>]

  /// Blank lines and those that begin with `#` are passed over.
  ///
  /// - Parameters:
  ///   - folder: Where outputs go of which the list does not say the place.
  ///   - ending: Of their names, such as `jsonl`.
  /// - Throws: `InputFault` when the list cannot be read or holds no pair. A broken line is an entry.
  public init(_ path: String, folder: String?, ending: String) throws(InputFault) {
    var entries: [Result<Pair, Fault>] = []
    var lines: [String: Int] = [:]
    let text = try TextFile.read(path)
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    where !line.allSatisfy(\.isWhitespace) && !line.hasPrefix("#") {
      let number = index + 1
      let broken = { (cause: String, remedy: String) in
        Result<Pair, Fault>.failure(
          Fault(line: number, fault: InputFault(path, line: number, cause, remedy: remedy)))
      }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard (2...3).contains(fields.count), !fields.contains("") else {
        entries.append(
          broken("not a pair of documents", "Give source, target and output, between them tabs"))
        continue
      }
      let named = folder.map { "\($0)/\(Self.name(fields[0], fields[1])).\(ending)" }
      guard let output = fields.count == 3 ? fields[2] : named else {
        entries.append(broken("no output", "Give one in the third column, or a folder with -o"))
        continue
      }
      if let other = lines.updateValue(number, forKey: output) {
        lines[output] = other
        entries.append(
          broken("\(output) is the output of line \(other) already", "Name another output"))
        continue
      }
      entries.append(
        .success(Pair(line: number, source: fields[0], target: fields[1], output: output)))
    }
    guard !entries.isEmpty else {
      throw InputFault(
        path, "no pair of documents", remedy: "Give source, target and output a line, with tabs")
    }
    self.entries = entries
  }

  /// `ch1` of `de/ch1.txt` and `en/ch1.txt`, `bericht--report` where the names differ.
  private static func name(_ source: String, _ target: String) -> String {
    let stems = [source, target].map { path in
      let name = path.split(separator: "/").last ?? ""
      let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
      return String(stem.isEmpty ? name : stem)
    }
    return stems[0] == stems[1] ? stems[0] : stems.joined(separator: "--")
  }
}

public import BitextModel
internal import Foundation

/// Two documents whose links people made, in the form that `corpora/README.md` describes: the texts,
/// their segments, and which of them tell the same.
public struct GoldPair: Sendable, Hashable {
  /// The folder's name.
  public let name: String
  /// The people's segments and links: confidence 1, full where they gave strength 2.
  public let bitext: Bitext

  /// - Parameter folder: Holds `de.txt`, `de.tsv` and the like for two languages, and `gold.tsv`, whose
  ///   first column is of the language that its header names first, or that comes first in the alphabet.
  /// - Throws: `InputFault` when a file is missing, or its segments do not stand in its text.
  public init(folder: String) throws {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let languages = names.filter { $0.hasSuffix(".tsv") && $0 != "gold.tsv" }
      .compactMap { LanguageTag(String($0.dropLast(4))) }.sorted()
    guard languages.count == 2 else {
      throw InputFault(
        folder, "no gold pair: segments of \(languages.count) languages",
        remedy: "A gold pair has de.txt, de.tsv, en.txt, en.tsv and gold.tsv, or other languages")
    }
    let sides = try languages.map { try Side(folder, $0) }
    var links: [[Int]: Bead] = [:]
    let gold = folder + "/gold.tsv"
    for (number, fields) in try Self.rows(of: gold) {
      guard let i = Int(fields[0]) else { continue }
      guard fields.count >= 3, let j = Int(fields[1]), let strength = Int(fields[2]),
        let source = sides[0].places[i], let target = sides[1].places[j]
      else {
        throw InputFault(
          gold, line: number, "no link between two segments",
          remedy: "Columns: index in \(languages[0]), index in \(languages[1]), strength 2 or 1")
      }
      links[[source, target]] = Bead(
        source: [source], target: [target], relation: .claim,
        strength: strength >= 2 ? .full : .partial, confidence: 1)
    }
    name = folder.split(separator: "/").last.map(String.init) ?? folder
    bitext = Bitext(
      source: sides[0].document, target: sides[1].document,
      alignment: try Alignment(
        shape: .comparable, beads: Array(links.values),
        sourceCount: sides[0].document.segments.count,
        targetCount: sides[1].document.segments.count))
  }

  private static func rows(of path: String) throws -> [(number: Int, fields: [String])] {
    try TextFile.read(path).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated().filter { !$0.element.allSatisfy(\.isWhitespace) }
      .map { number, line in
        (
          number + 1,
          line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        )
      }
  }

  /// A text and its segments, the gaps between them given to the one before.
  private struct Side {
    let document: Document
    /// By the numbers that the file gives them.
    let places: [Int: Int]

    init(_ folder: String, _ language: LanguageTag) throws {
      let path = "\(folder)/\(language).tsv"
      let text = try TextFile.read("\(folder)/\(language).txt")
      let bytes = Array(text.utf8)
      var (at, starts): (Int, [(start: Int, kind: Segment.Kind)]) = (0, [])
      var places: [Int: Int] = [:]
      for (number, fields) in try GoldPair.rows(of: path) {
        guard let index = Int(fields[0]) else { continue }
        guard fields.count >= 3, let kind = Segment.Kind(rawValue: fields[1]) else {
          throw InputFault(path, line: number, "no segment", remedy: "Columns: index, type, text")
        }
        let segment = Array(fields[2].trimmingCharacters(in: .whitespaces).utf8)
        while at < bytes.count, !bytes[at...].starts(with: segment) { at += 1 }
        guard at < bytes.count else {
          throw InputFault(path, line: number, "not in \(language).txt, or not in order")
        }
        places[index] = starts.count
        starts.append((starts.isEmpty ? 0 : at, kind))
        at += segment.count
      }
      let ends = starts.dropFirst().map(\.start) + [bytes.count]
      let segments = zip(starts, ends).enumerated().map { place, segment in
        Segment(
          range: segment.0.start..<segment.1, kind: segment.0.kind, paragraph: place)
      }
      document = try Document(
        name: "\(folder)/\(language).txt", language: language, text: text, segments: segments)
      self.places = places
    }
  }
}

import BitextToolkit
import Foundation
import TestSupport

/// Strict F of beads: precision counts null beads, recall leaves them out (Vecalign's scorer,
/// Thompson & Koehn 2019).
struct BeadScore {
  let strict: Double

  init(found: [Bead], gold text: String) throws {
    let gold = Set(
      try text.split(separator: "\n").map { line in
        try line.split(separator: ":").prefix(2).map { side in
          try JSONDecoder().decode([Int].self, from: Data(side.utf8))
        }
      })
    let test = Set(found.map { [$0.source, $0.target] })
    let hasBoth = { (bead: [[Int]]) in !bead[0].isEmpty && !bead[1].isEmpty }
    let precision = Double(test.intersection(gold).count) / Double(test.count)
    let recall =
      Double(gold.filter(hasBoth).intersection(test).count) / Double(gold.filter(hasBoth).count)
    strict = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }
}

/// How the claims found in a pair of reports compare with the gold links.
struct ClaimScore {
  let shape: Alignment.Shape
  /// F of the links called full against gold links of strength 2, those of strength 1 left out.
  let fullF: Double
  /// Links called full where there is no gold link of any strength.
  let falseFull: Int

  init(pair: String, lexicon: Lexicon) throws {
    let folder = Checkout.path("corpora/reports/\(pair)").path
    let documents = try ["de", "en"].map { code in
      guard let language = LanguageTag(code) else { throw CocoaError(.fileReadCorruptFile) }
      return try DocumentFile.read("\(folder)/\(code).txt", language: language)
    }
    let alignment = try BitextBuilder(tool: "test", lexicon: lexicon)
      .build(documents[0], documents[1]).bitext.alignment
    let places = try zip(documents, ["de", "en"]).map { document, code in
      try GoldSegments(path: "\(folder)/\(code).tsv", text: document.text)
    }
    var gold: [[Int]: Int] = [:]
    for row in try Self.rows("\(folder)/gold.tsv") {
      if let i = Int(row[0]), let j = Int(row[1]), let strength = Int(row[2]) {
        gold[[i, j]] = strength
      }
    }
    var found: Set<[Int]> = []
    for bead in alignment.links where bead.strength == .full {
      for i in bead.source.flatMap({ places[0].indexes(of: documents[0].trimmedRange(of: $0)) }) {
        for j in bead.target.flatMap({ places[1].indexes(of: documents[1].trimmedRange(of: $0)) }) {
          found.insert([i, j])
        }
      }
    }
    let strong = Set(gold.filter { $0.value == 2 }.keys)
    let right = found.intersection(strong).count
    shape = alignment.shape
    falseFull = found.count { gold[$0] == nil }
    let missed = strong.count - right
    fullF = right == 0 ? 0 : Double(2 * right) / Double(2 * right + falseFull + missed)
  }

  private static func rows(_ path: String) throws -> [[Substring]] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: "\t") }
  }
}

/// Where the gold segments of an article stand.
private struct GoldSegments {
  private var ranges: [(index: Int, range: Range<Int>)] = []

  init(path: String, text: String) throws {
    let bytes = Array(text.utf8)
    var at = 0
    for row in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let fields = row.split(separator: "\t")
      guard let index = Int(fields[0]) else { continue }
      let segment = Array(fields[2].trimmingWhiteSpace().utf8)
      while !bytes[at...].starts(with: segment) { at += 1 }
      if fields[1] == "sentence" { ranges.append((index, at..<at + segment.count)) }
      at += segment.count
    }
  }

  /// The gold segments that share half of the range, or half of which it shares.
  func indexes(of range: Range<Int>) -> [Int] {
    ranges.compactMap { index, gold in
      let shared = range.clamped(to: gold).count
      return shared > 0 && (2 * shared >= range.count || 2 * shared >= gold.count) ? index : nil
    }
  }
}

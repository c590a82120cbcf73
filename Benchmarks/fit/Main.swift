internal import BilingualLexicon
internal import BitextModel
internal import BitextToolkit
internal import Foundation
internal import SentenceAlignment

// Prints the features of segment pairs for the scripts that fit the models: one row a pair.

func lines(_ path: String) -> [Substring] {
  guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
  return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(
    text.hasSuffix("\n") ? 1 : 0)
}

let arguments = CommandLine.arguments
guard arguments.count >= 4, let german = LanguageTag("de"), let english = LanguageTag("en") else {
  print("usage: fit claims|translations LEXICON|none FOLDER…, with --encoder e5|URL for claims")
  exit(2)
}
let lexicon = arguments[2] == "none" ? nil : try Lexicon(path: arguments[2])

/// The cosine of two vectors as the encoder gives them.
func cosine(_ a: [Float], _ b: [Float]) -> Double {
  zip(a, b).reduce(0) { $0 + Double($1.0 * $1.1) }
}

/// Features of translation: every gold 1-1 bead, and wrong pairs beside it.
func printTranslationFeatures(_ folder: String) throws {
  let source = try AnalysedText(lines(folder + "/SRC.txt"), language: german)
  let target = try AnalysedText(lines(folder + "/TGT.txt"), language: english)
  let texts = (lines(folder + "/SRC.txt"), lines(folder + "/TGT.txt"))
  let relation = Correspondences(source: source, target: target, lexicon: lexicon)
  var comparer = SegmentComparer(
    source: source, target: target, correspondences: relation,
    weights: (
      TypeWeights.background(source, relation.source),
      TypeWeights.background(target, relation.target)
    ))
  let decoder = JSONDecoder()
  for line in lines(folder + "/gold.txt") {
    let sides = try line.split(separator: ":").prefix(2).map {
      try decoder.decode([Int].self, from: Data($0.utf8))
    }
    guard sides[0].count == 1, sides[1].count == 1 else { continue }
    let (i, j) = (sides[0][0], sides[1][0])
    for other in [0, -3, -2, -1, 1, 2, 3, 40] {
      let k = j + other
      guard target.segments.indices.contains(k) else { continue }
      let comparison = comparer.compare([i], [k])
      let row = [
        Double(comparison.similarity), Double(comparison.source.total),
        Double(comparison.target.total), Double(texts.0[i].count), Double(texts.1[k].count),
        Double(comparison.contradictions),
      ]
      print(
        ([folder, other == 0 ? "1" : "0"] + row.map { String(format: "%.4f", $0) })
          .joined(separator: "\t"))
    }
  }
}

if arguments[1] == "translations" {
  for folder in arguments.dropFirst(3) { try printTranslationFeatures(folder) }
  exit(0)
}
var folders = Array(arguments.dropFirst(3))
var encoder: (any SentenceEncoder)?
if folders.count > 1, folders[0] == "--encoder" {
  encoder = try EncoderFolder.open(folders[1])
  folders.removeFirst(2)
}
for folder in folders {
  var (texts, segments): ([[Substring]], [[Int]])
  if FileManager.default.fileExists(atPath: folder + "/SRC.txt") {
    texts = [lines(folder + "/SRC.txt"), lines(folder + "/TGT.txt")]
    segments = texts.map { Array($0.indices) }
  } else {
    let rows = ["de", "en"].map { lines("\(folder)/\($0).tsv").map { $0.split(separator: "\t") } }
    texts = rows.map { $0.map { $0[2] } }
    segments = rows.map { rows in rows.indices.filter { rows[$0][1] == "sentence" } }
  }
  let source = try AnalysedText(texts[0], language: german)
  let target = try AnalysedText(texts[1], language: english)
  let relation = Correspondences(source: source, target: target, lexicon: lexicon)
  let strings = texts.map { $0.map(String.init) }
  let table = try ClaimTable(
    source: source, target: target, correspondences: relation, sources: segments[0],
    targets: segments[1],
    encoding: encoder.map {
      EncodedTexts.Input(encoder: $0, source: strings[0], target: strings[1])
    })
  let vectors = try strings.map { try encoder?.vectors(of: $0) }
  for row in table.rows {
    let plain = vectors[0].flatMap { a in vectors[1].map { cosine(a[row.i], $0[row.j]) } } ?? 0
    let values = (row.features.row + [plain]).map { String(format: "%.4f", $0) }
    print(([folder, "\(row.i)", "\(row.j)"] + values).joined(separator: "\t"))
  }
}

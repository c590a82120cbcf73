import BitextModel
import Testing

/// Bitexts by hand: documents given as the lengths of their sentences.
enum SampleBitext {
  /// A document whose sentences have so many letters each; 0 is a blank line.
  static func document(_ lengths: [Int], kinds: [Int: Segment.Kind] = [:]) throws -> Document {
    var text = ""
    var segments: [Segment] = []
    for (index, length) in lengths.enumerated() {
      let start = text.utf8.count
      // Letters of two bytes: characters are counted, not bytes.
      text += String(repeating: "ä", count: length) + "\n"
      segments.append(
        Segment(
          range: start..<text.utf8.count, kind: kinds[index] ?? .sentence, paragraph: index,
          reason: kinds[index].map { "\($0)-rule" }))
    }
    return try Document(
      language: #require(LanguageTag("de")), text: text, segments: segments)
  }

  static func link(
    _ source: [Int], _ target: [Int], _ confidence: Double = 1, _ strength: Bead.Strength = .full,
    _ status: Bead.Status = .proposed
  ) -> Bead {
    Bead(
      source: source, target: target, relation: .claim, strength: strength, confidence: confidence,
      status: status)
  }

  static func bitext(
    _ source: Document, _ target: Document, _ links: [Bead], candidates: [Bead] = []
  ) throws -> Bitext {
    Bitext(
      source: source, target: target,
      alignment: try Alignment(
        shape: .comparable, beads: links, candidates: candidates,
        sourceCount: source.segments.count, targetCount: target.segments.count))
  }
}

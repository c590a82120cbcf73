internal import BitextMeasures
internal import BitextModel
internal import Interchange

/// Two columns of blocks, as high as they weigh, with ribbons for what they have in common: sentences of
/// a short document, paragraphs or longer passages of a long one.
struct CoverageDrawing {
  private let pair: PairCoverage
  private let columns: [Column]
  private let ribbons: [Ribbon]

  private struct Column {
    let key, title: String
    let document: Document
    var blocks: [Block] = []
  }

  private struct Block {
    let side: SideCoverage
    let segments: ClosedRange<Int>
    /// In pixels, from above.
    var top = 0
    var height = 0
  }

  private struct Ribbon {
    let source, target: Int
    let isFull: Bool
    /// 0 to 1: how strong it is drawn.
    let strength: Double
  }

  /// Up to so many sentences a side are drawn one by one,
  static let mostSentences = 60
  /// and up to so many paragraphs; of more, neighbours are joined.
  static let mostBlocks = 90

  private static let gap = 3
  private static let leastHeight = 20
  /// Pixels for each unit of weight, so that a line of text fits its block.
  private static let scale: [SegmentWeights.Unit: Double] = [
    .characters: 0.5, .words: 2.9, .sentences: 40,
  ]

  /// - Parameter sides: Of each document what its anchors begin with, and its title as HTML.
  init(_ pair: PairCoverage, sides: [(key: String, title: String)]) {
    self.pair = pair
    let (coverage, bitext) = (pair.coverage, pair.bitext)
    let isLong =
      max(coverage.source.sentences.count, coverage.target.sentences.count) > Self.mostSentences
    columns = zip(sides, [(bitext.source, coverage.source), (bitext.target, coverage.target)])
      .map { side, content in
        Column(
          key: side.key, title: side.title, document: content.0,
          blocks: Self.blocks(content.1, of: content.0, isLong: isLong))
      }
    ribbons = Self.ribbons(
      bitext.alignment.links.filter {
        $0.status == .accepted || $0.confidence >= coverage.threshold
      }, columns)
  }

  private static func blocks(
    _ side: SideCoverage, of document: Document, isLong: Bool
  ) -> [Block] {
    let single = { (sentence: SentenceCoverage) in
      SideCoverage(unit: side.unit, sentences: [sentence], excluded: [])
    }
    var sides = isLong ? side.paragraphs(of: document).map(\.side) : side.sentences.map(single)
    let joined = (sides.count + mostBlocks - 1) / mostBlocks
    if joined > 1 {
      sides = stride(from: 0, to: sides.count, by: joined).map { start in
        let run = sides[start..<min(sides.count, start + joined)]
        return SideCoverage(
          unit: side.unit, sentences: run.flatMap(\.sentences), excluded: [])
      }
    }
    // Long documents are drawn smaller, but no page is higher than some screens.
    let total = Double(max(1, side.weightShare.total))
    let scale = min(scale[side.unit] ?? 1, 3600 / total)
    var top = 0
    return sides.compactMap { side in
      guard let first = side.sentences.first, let last = side.sentences.last else { return nil }
      let height = max(leastHeight, Int(Double(side.weightShare.total) * scale))
      defer { top += height + gap }
      return Block(side: side, segments: first.index...last.index, top: top, height: height)
    }
  }

  private static func ribbons(_ links: [Bead], _ columns: [Column]) -> [Ribbon] {
    let places = columns.map { column in
      var places: [Int: Int] = [:]
      for (place, block) in column.blocks.enumerated() {
        for sentence in block.side.sentences { places[sentence.index] = place }
      }
      return places
    }
    var counts: [[Int]: (full: Int, partial: Int)] = [:]
    for link in links {
      for i in Set(link.source.compactMap { places[0][$0] }) {
        for j in Set(link.target.compactMap { places[1][$0] }) {
          if link.strength == .full {
            counts[[i, j], default: (0, 0)].full += 1
          } else {
            counts[[i, j], default: (0, 0)].partial += 1
          }
        }
      }
    }
    return counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, count in
      let smaller = min(
        columns[0].blocks[key[0]].side.sentences.count,
        columns[1].blocks[key[1]].side.sentences.count)
      let weight = Double(count.full) + Double(count.partial) / 2
      return Ribbon(
        source: key[0], target: key[1], isFull: count.full > 0,
        strength: min(1, weight / Double(max(1, smaller))))
    }
  }

  // MARK: - As HTML

  private var height: Int {
    columns.map { ($0.blocks.last?.top ?? 0) + ($0.blocks.last?.height ?? 0) }.max() ?? 0
  }

  var lines: [String] {
    guard columns.allSatisfy({ !$0.blocks.isEmpty }) else { return [] }
    let isOfSentences = columns.allSatisfy { column in
      column.blocks.allSatisfy { $0.segments.count == 1 }
    }
    let note =
      isOfSentences
      ? "Each block is a sentence, as high as it is long."
      : "Each block is a passage of several sentences, filled as far as it is told; what is missing is "
        + "underlined with dashes, what is unsure with dots."
    return [
      "<figure class=\"drawing\" aria-labelledby=\"drawing\">",
      "<figcaption><h2 id=\"drawing\">Where they meet</h2><p class=\"dim\">\(note) The tables "
        + "below say the same.</p>", Self.key, "</figcaption>",
      "<div class=\"heads\"><span>\(columns[0].title)</span><span>\(columns[1].title)</span></div>",
      "<div class=\"plot\" style=\"height:\(height)px\">",
    ] + column(columns[0], "left") + [ribbonLines] + column(columns[1], "right")
      + ["</div>", "</figure>"]
  }

  private static let key = """
    <ul class="key"><li><svg aria-hidden="true" width="34" height="14"><path class="r full" \
    d="M1 2H33V12H1Z"/></svg>told in full</li><li><svg aria-hidden="true" width="34" height="14">\
    <path class="r part" d="M1 2H33V12H1Z"/></svg>in part</li><li><i class="m doubt wide"></i>unsure\
    </li><li><i class="m none wide"></i>missing</li></ul>
    """

  private func column(_ column: Column, _ place: String) -> [String] {
    let blocks = column.blocks.map { block in
      let (side, first) = (block.side, block.segments.lowerBound)
      let share = side.sentenceShare
      let isSingle = share.total == 1
      let look = Self.look(of: side)
      let number =
        isSingle ? "\(first)" : "\(first)–\(block.segments.upperBound)"
      let fill =
        isSingle
        ? ""
        : "<i class=\"fill\" style=\"width:\(Percentage.whole(side.ofTotal(side.linked) ?? 0))%\"></i>"
      let told =
        isSingle
        ? Self.told(side.sentences[0].standing)
        : "\(share.covered) of \(share.total) sentences told"
          + (side.count(.unsure) > 0 ? ", \(side.count(.unsure)) unsure" : "")
      let lines = max(1, (block.height - 4) / 15)
      let text = Self.text(of: block, in: column.document, characters: lines * 75)
      return "<li class=\"\(look)\" style=\"top:\(block.top)px;height:\(block.height)px\">\(fill)"
        + "<a href=\"#\(column.key)\(first)\"><span class=\"no\">\(number)</span>"
        + "<span class=\"hide\">\(told): </span>"
        + "<span class=\"t\" lang=\"\(column.document.language)\" dir=\"auto\" "
        + "style=\"-webkit-line-clamp:\(lines)\">\(text)</span></a></li>"
    }
    return ["<ol class=\"column \(place)\" aria-label=\"\(plain(column.title))\">"] + blocks + [
      "</ol>"
    ]
  }

  /// The class of a block: a single sentence by what is to be said of it, a passage by whether any of it is
  /// told, or else is unsure.
  private static func look(of side: SideCoverage) -> String {
    let isSingle = side.sentences.count == 1
    if side.full + side.partial > 0 {
      return isSingle ? (side.full > 0 ? "full" : "part") : "some"
    }
    return side.count(.unsure) > 0 ? "doubt" : "gap"
  }

  private static func told(_ standing: SentenceCoverage.Standing) -> String {
    switch standing {
    case .full: "told in full"
    case .partial: "told in part"
    case .unsure: "unsure"
    case .missing: "missing"
    }
  }

  /// As much of a block's text as it has room for; what is not told of a passage is marked.
  private static func text(
    of block: Block, in document: Document, characters: Int
  ) -> String {
    var (room, parts): (Int, [String]) = (characters, [])
    for sentence in block.side.sentences where room > 0 {
      let text = document.trimmedText(of: sentence.index)
      let shown = HTMLText.escaped(text.prefix(room)) + (text.count > room ? "…" : "")
      let mark: String? =
        switch sentence.standing {
        case .unsure: "unsure"
        case .missing: "miss"
        case .full, .partial: nil
        }
      let isMarked = block.side.sentences.count > 1
      parts.append(
        mark.flatMap { isMarked ? "<span class=\"\($0)\">\(shown)</span>" : nil } ?? shown)
      room -= text.count
    }
    return parts.joined(separator: " ")
  }

  private func plain(_ title: String) -> String {
    title.replacing("<small>", with: "").replacing("</small>", with: "")
  }

  /// Stretched to whatever width there is: 100 units across.
  private var ribbonLines: String {
    let paths = ribbons.map { ribbon in
      let (a, b) = (columns[0].blocks[ribbon.source], columns[1].blocks[ribbon.target])
      let (a0, a1) = (a.top + 1, a.top + a.height - 1)
      let (b0, b1) = (b.top + 1, b.top + b.height - 1)
      let opacity = 30 + Int(ribbon.strength * 70)
      return
        "<path class=\"r \(ribbon.isFull ? "full" : "part")\" opacity=\".\(min(99, opacity))\" "
        + "d=\"M0 \(a0)C50 \(a0) 50 \(b0) 100 \(b0)V\(b1)C50 \(b1) 50 \(a1) 0 \(a1)Z\"/>"
    }
    return "<svg class=\"ribbons\" aria-hidden=\"true\" viewBox=\"0 0 100 \(height)\" "
      + "preserveAspectRatio=\"none\">\(paths.joined())</svg>"
  }
}

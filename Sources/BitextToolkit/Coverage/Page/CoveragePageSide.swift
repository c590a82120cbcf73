internal import BitextMeasures
internal import BitextModel
internal import Interchange

/// One direction on the page: what the other document says of this one.
struct CoveragePageSide {
  /// Begins the anchors of the document's sentences: `a3`.
  let key, otherKey: String
  /// The documents' names and languages, as HTML.
  let title, otherTitle: String
  /// What the headline calls this document, after the other: `the German one`, `the English text`.
  let one, otherText: String
  let document, other: Document
  let side: SideCoverage
  /// The links that count, this document being their source.
  let links: [Bead]

  private func text(_ index: Int, of document: Document) -> String {
    PageParts.text(index, of: document)
  }

  /// The headline, in words.
  var sentence: String {
    let share = side.sentenceShare
    guard share.total > 0 else {
      return "<p class=\"headline\"><b>\(title)</b> has no sentence that could be told.</p>"
    }
    let subject = HTMLText.escaped(otherText.prefix(1).uppercased() + otherText.dropFirst())
    return
      "<p class=\"headline\">\(subject) tells <b class=\"n\">\(Percentage.text(side.ratio))</b> "
      + "of \(HTMLText.escaped(one)): \(PageParts.counts(side, ofOne: true)).</p>"
  }

  var card: [String] {
    let (share, weight) = (side.sentenceShare, side.weightShare)
    let upper = Int(side.upper) > Int(side.lower) ? "–\(Int(side.upper))" : ""
    let (unsure, missing) = (side.count(.unsure), side.count(.missing))
    let rest =
      (unsure > 0 ? "; \(unsure) may have one" : "")
      + (missing > 0 ? "; \(missing) \(missing == 1 ? "has" : "have") none" : "")
    let confirmed =
      side.confirmed > 0
      ? "; \(Percentage.text(side.confirmedShare)) of it confirmed by a person" : ""
    return [
      "<article class=\"card\">", "<h2>How much of \(title) is told</h2>",
      "<p class=\"big\">\(Percentage.text(side.ratio))</p>", PageParts.bar(side.ratio),
      "<p><b>\(share.covered)</b> of <b>\(share.total)</b> sentences have a counterpart: "
        + "\(side.full) in full, \(side.partial) in part\(rest).</p>",
      "<p class=\"dim\">\(Int(side.lower))\(upper) of \(weight.total) \(side.unit.rawValue), "
        + "give or take \(Int(side.deviation.rounded(.up)))\(confirmed). "
        + "\(side.excluded.count) segments are not counted.</p>",
      "</article>",
    ]
  }

  /// The sentences without a counterpart, each with the reason.
  var missing: [String] { list(side.missing, "Only in \(title)") }

  /// The sentences that may have one, each with it.
  var unsure: [String] { list(side.unsure, "Perhaps not only in \(title)") }

  private func list(_ sentences: [UnmatchedSentence], _ name: String) -> [String] {
    let head = "<h3>\(name) <span class=\"count\">\(sentences.count)</span></h3>"
    guard !sentences.isEmpty else { return [head, "<p class=\"dim\">Nothing.</p>"] }
    let items = sentences.map { sentence in
      "<li><a class=\"no\" href=\"#\(key)\(sentence.index)\">\(sentence.index)</a> "
        + text(sentence.index, of: document) + reason(sentence.reason) + "</li>"
    }
    return [head, "<ol class=\"list\">"] + items + ["</ol>"]
  }

  private func reason(_ reason: UnmatchedSentence.Reason) -> String {
    switch reason {
    case .noCandidate: return "<span class=\"why\">no candidate</span>"
    case .rejected: return "<span class=\"why\">a person rejected its link</span>"
    case .belowThreshold(let rival):
      let texts = rival.counterpart.map { text($0, of: other) }.joined(separator: " ")
      return
        "<span class=\"why\">nearest, with confidence \(Percentage.ratio(rival.confidence)): \(texts)</span>"
    }
  }

  /// All sentences with what tells them: the drawing in words, for whoever does not see it.
  var table: [String] {
    let rows = document.segments.indices.compactMap { index -> String? in
      if let rank = ranks[index] { return row(side.sentences[rank]) }
      guard document.segments[index].kind == .heading else { return nil }
      return "<tr class=\"head\"><td class=\"no\">\(index)</td>"
        + "<td colspan=\"3\">\(text(index, of: document))</td></tr>"
    }
    return [
      "<section>",
      "<h2 id=\"t\(key)\">\(title), sentence by sentence</h2>",
      "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"t\(key)\">",
      "<table class=\"all\"><thead><tr><th scope=\"col\">No.</th>"
        + "<th scope=\"col\">\(title)</th><th scope=\"col\">Told</th>"
        + "<th scope=\"col\">By \(otherTitle)</th></tr></thead><tbody>",
    ] + rows + ["</tbody></table>", "</div>", "</section>"]
  }

  private var ranks: [Int: Int] {
    Dictionary(uniqueKeysWithValues: side.sentences.enumerated().map { ($1.index, $0) })
  }

  private func row(_ sentence: SentenceCoverage) -> String {
    let counterparts = links.filter { $0.source.contains(sentence.index) }.map { link in
      let texts = link.target.map {
        "<a class=\"no\" href=\"#\(otherKey)\($0)\">\($0)</a> \(text($0, of: other))"
      }
      let marks =
        [
          link.strength == .full ? "in full" : "in part",
          link.status == .accepted
            ? "✓ confirmed" : "confidence \(Percentage.ratio(link.confidence))",
        ]
      return "<p>\(texts.joined(separator: " ")) <span class=\"why\">"
        + "\(marks.joined(separator: " · "))</span></p>"
    }
    let told: String
    switch sentence.standing {
    case .full: told = "<span class=\"told\"><i class=\"m full\"></i>in full</span>"
    case .partial: told = "<span class=\"told\"><i class=\"m part\"></i>in part</span>"
    case .unsure: told = "<span class=\"told gap\"><i class=\"m doubt\"></i>unsure</span>"
    case .missing: told = "<span class=\"told gap\"><i class=\"m none\"></i>missing</span>"
    }
    let why = side.unmatched.first { $0.index == sentence.index }.map { reason($0.reason) }
    return "<tr id=\"\(key)\(sentence.index)\"><td class=\"no\">\(sentence.index)</td>"
      + "<td>\(text(sentence.index, of: document))</td><td>\(told)</td>"
      + "<td>\(counterparts.isEmpty ? why ?? "" : counterparts.joined())</td></tr>"
  }

  /// The coverage under each heading, where there is more than one.
  var passages: [String] {
    let sections = side.sections(of: document)
    guard sections.count > 1 else { return [] }
    let rows = sections.map { section in
      let share = section.side.sentenceShare
      let name = section.heading.map { text($0, of: document) } ?? "Before the first heading"
      return
        "<tr><th scope=\"row\">\(name)</th><td class=\"fig\">\(share.covered) of \(share.total)</td>"
        + "<td class=\"fig\">\(Percentage.text(section.side.ratio))</td>"
        + "<td>\(PageParts.bar(section.side.ratio))</td></tr>"
    }
    return [
      "<section>", "<h2 id=\"p\(key)\">\(title), by section</h2>",
      "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"p\(key)\">",
      "<table class=\"sections\"><thead><tr><th scope=\"col\">Section</th>"
        + "<th class=\"fig\" scope=\"col\">Sentences</th><th class=\"fig\" scope=\"col\">Told</th>"
        + "<th scope=\"col\">Share</th></tr></thead><tbody>",
    ] + rows + ["</tbody></table>", "</div>", "</section>"]
  }

  /// What no figure counts.
  var excluded: [String] {
    guard !side.excluded.isEmpty else { return [] }
    let items = side.excluded.map { segment in
      let kind = segment.kind == .sentence ? "blank" : segment.kind.rawValue
      let rule = segment.reason.map { $0 == kind ? "" : ", \(HTMLText.escaped($0))" } ?? ""
      return "<li><span class=\"no\">\(segment.index)</span> \(text(segment.index, of: document))"
        + "<span class=\"why\">\(kind)\(rule)</span></li>"
    }
    return [
      "<details><summary>Not counted in \(title): \(side.excluded.count)</summary>",
      "<ol class=\"list\">",
    ] + items + ["</ol>", "</details>"]
  }
}

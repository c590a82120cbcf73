public import BitextModel

extension AlignmentFile {
  /// One translation unit for every link, in the order of the links. Candidates make none, nor do
  /// links of which one side is white space alone.
  ///
  /// Each variant knows its document, the UTF-8 ranges of its segments' texts, and their indexes; a
  /// document without a name leaves no origin. Confidences have four decimals, as in the file: the
  /// unit is the same whether it went through one or not.
  public var units: [TranslationUnit] {
    alignment.links.compactMap { bead in
      let wording = bead.decision?.wording
      guard
        let source = variant(
          of: bead.source, on: self.source, document: header.source, reading: wording?.source),
        let target = variant(
          of: bead.target, on: self.target, document: header.target, reading: wording?.target)
      else { return nil }
      let link = TranslationUnit.Link(
        relation: bead.relation, strength: bead.strength,
        confidence: Decimal.rounded(bead.confidence),
        status: bead.status, tool: header.tool)
      return TranslationUnit(variants: [source, target], link: link)
    }
  }

  /// - Parameter wording: What a person would have it read; its origin stays where it came from.
  private func variant(
    of indexes: [Int], on side: Side, document: Header.Document, reading wording: String?
  ) -> Variant? {
    let text = wording ?? side.text(of: indexes)
    guard !text.isEmpty else { return nil }
    let origin = document.name.map { name in
      Origin(
        document: name, sha256: document.sha256, spans: indexes.map { side.trimmedRanges[$0] },
        segments: indexes)
    }
    return Variant(language: document.language, content: SegmentContent(text), origin: origin)
  }
}

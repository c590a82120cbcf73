internal import BitextModel

/// The segments of an XLIFF document that wait for a translation, and the places for what is found.
struct XLIFFFilling: Sendable {
  /// A segment that waits: a `trans-unit`, a `mrk` in one, or a `segment`.
  struct Slot: Sendable {
    /// The element that holds the text, and its markup.
    let source: XMLElement
    let segment: FillableDocument.Segment
    /// Of a `mrk`.
    var mid: String?
  }

  /// Slots that share an element: `trans-unit` of 1.2, `unit` of 2.0.
  struct Group: Sendable {
    let element: XMLElement
    /// Indexes of `slots`.
    var slots: [Int] = []
    /// Of 2.0, the `segment` of each slot.
    var segments: [XMLElement] = []
  }

  let utf8: [UInt8]
  let version: XLIFFWriting.Version
  private(set) var slots: [Slot] = []
  private(set) var groups: [Group] = []
  private(set) var done = 0

  /// What holds for the elements inside another.
  private struct Scope {
    var from, to: LanguageTag?
    var isTranslatable = true
  }

  init(_ tree: XMLTree, asked: [LanguageTag]) throws {
    let root = tree.root
    guard root.name == "xliff" else {
      throw FileFault(line: 1, "no XLIFF: the root element is “\(root.name)”")
    }
    utf8 = tree.utf8
    version = root["version"]?.hasPrefix("2") == true ? .second : .first
    let scope = Scope(
      from: asked.first ?? root["srcLang"].flatMap(LanguageTag.init),
      to: asked.dropFirst().first ?? root["trgLang"].flatMap(LanguageTag.init))
    try visit(root, scope, isAsked: !asked.isEmpty)
  }

  private mutating func visit(_ element: XMLElement, _ outer: Scope, isAsked: Bool) throws {
    var scope = outer
    if let translate = element["translate"] { scope.isTranslatable = translate != "no" }
    if element.name == "file", version == .first, !isAsked {
      scope.from = element["source-language"].flatMap(LanguageTag.init)
      scope.to = element["target-language"].flatMap(LanguageTag.init)
    }
    switch element.name {
    case "trans-unit" where version == .first: try addUnit(element, scope)
    case "unit" where version == .second: try addUnit2(element, scope)
    default: for inner in element.elements { try visit(inner, scope, isAsked: isAsked) }
    }
  }

  private mutating func add(
    _ source: XMLElement, _ scope: Scope, mid: String? = nil
  ) throws -> Int {
    guard let from = scope.from, let to = scope.to else {
      throw FileFault(
        line: source.line, "the file does not say both languages",
        remedy: "Give them with --from and --to")
    }
    let content = XLIFFContent.content(of: source)
    slots.append(
      Slot(
        source: source,
        segment: FillableDocument.Segment(content, from: from, to: to, line: source.line), mid: mid)
    )
    return slots.count - 1
  }

  private static func isBlank(_ element: XMLElement?) -> Bool {
    element?.text.allSatisfy(\.isWhitespace) ?? true
  }

  private mutating func addUnit(_ unit: XMLElement, _ scope: Scope) throws {
    guard let source = unit.first("source"), !Self.isBlank(source) else { return }
    guard scope.isTranslatable, Self.isBlank(unit.first("target")) else {
      done += 1
      return
    }
    var group = Group(element: unit)
    let marks = (unit.first("seg-source") ?? source).descendants(["mrk"])
      .filter { $0["mtype"] == "seg" && $0["mid"] != nil }
    if unit.first("seg-source") != nil, !marks.isEmpty {
      for mark in marks where !Self.isBlank(mark) {
        group.slots.append(try add(mark, scope, mid: mark["mid"]))
      }
    } else {
      group.slots.append(try add(source, scope))
    }
    groups.append(group)
  }

  private mutating func addUnit2(_ unit: XMLElement, _ scope: Scope) throws {
    var group = Group(element: unit)
    for segment in unit.elements("segment") {
      guard let source = segment.first("source"), !Self.isBlank(source) else { continue }
      guard scope.isTranslatable, Self.isBlank(segment.first("target")) else {
        done += 1
        continue
      }
      group.slots.append(try add(source, scope))
      group.segments.append(segment)
    }
    if !group.slots.isEmpty { groups.append(group) }
  }
}

extension XLIFFFilling {
  /// The document; every change of it is an edit of its bytes.
  static func document(_ input: UnitFileInput) throws -> FillableDocument {
    let bytes = try input.bytes()
    let tree = try XMLTree(bytes)
    let filling = try XLIFFFilling(tree, asked: input.languages)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let head = bytes.starts(with: mark) ? mark : []
    let isRecoded = !tree.utf8.elementsEqual(bytes.dropFirst(head.count))
    return FillableDocument(
      segments: filling.slots.map(\.segment), done: filling.done
    ) { proposals in
      var edits = ByteEdits()
      if isRecoded { filling.declareUTF8(&edits) }
      var (translated, proposed) = (0, 0)
      for group in filling.groups {
        let counts =
          filling.version == .first
          ? filling.fill(group, proposals, &edits)
          : filling.fill2(group, proposals, &edits)
        translated += counts.translated
        proposed += counts.proposed
      }
      return FillableDocument.Filled(
        head + edits.applied(to: filling.utf8), translated: translated, proposed: proposed)
    }
  }

  /// What is written is UTF-8, whatever was read.
  private func declareUTF8(_ edits: inout ByteEdits) {
    let head = String(decoding: utf8.prefix(400), as: UTF8.self)
    guard let match = head.firstMatch(of: /<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._:-]+)/)
    else {
      return
    }
    let start = head.utf8.distance(from: head.startIndex, to: match.1.startIndex)
    edits.replace(start..<start + match.1.utf8.count, with: "UTF-8")
  }

  // MARK: XLIFF 1.2

  /// A translation goes into `target`, which follows `source`; proposals follow as `alt-trans`.
  private func fill(
    _ group: Group, _ proposals: [[FillableDocument.Proposal]], _ edits: inout ByteEdits
  ) -> (translated: Int, proposed: Int) {
    let unit = group.element
    guard let source = unit.first("source") else { return (0, 0) }
    let target = unit.first("target")
    let markup = XLIFFMarkup(utf8, beside: source)
    var counts = (translated: 0, proposed: 0)
    var (texts, others): ([Int: String], [String]) = ([:], [])
    var isReviewed = true
    for slot in group.slots {
      let own = proposals[slot]
      if let (text, proposal) = fitting(own, slots[slot].source) {
        texts[slot] = text
        isReviewed = isReviewed && proposal.score >= 100
        counts.translated += 1
        continue
      }
      let fresh = own.map { markup.alternative($0, mid: slots[slot].mid) }
        .filter { !markup.has($0, in: unit) }
      if !own.isEmpty { counts.proposed += 1 }
      others += fresh
    }
    var added = others
    let last = target ?? unit.first("seg-source") ?? source
    if !texts.isEmpty {
      let whole = texts.count == group.slots.count
      let state =
        !whole
        ? " state=\"needs-translation\""
        : (isReviewed ? " state=\"translated\"" : " state=\"needs-review-translation\"")
          + " state-qualifier=\"exact-match\""
      let inside = content(of: group, texts)
      if let target {
        let tag = markup.tag(target, without: ["state", "state-qualifier"], adding: state)
        edits.replace(target.start..<target.end, with: "\(tag)\(inside)</\(markup.name("target"))>")
      } else {
        let name = markup.name("target")
        added.insert("<\(name)\(state)>\(inside)</\(name)>", at: 0)
      }
    }
    if !added.isEmpty {
      edits.insert(added.map { markup.lineBreak + $0 }.joined(), at: last.end)
    }
    return counts
  }

  /// The target's inside: a text, or the `mrk` of `seg-source` with their translations in place.
  private func content(of group: Group, _ texts: [Int: String]) -> String {
    guard slots[group.slots[0]].mid != nil, let outer = group.element.first("seg-source") else {
      return texts[group.slots[0]] ?? ""
    }
    var inner = ByteEdits()
    for slot in group.slots {
      let mark = slots[slot].source
      inner.replace(mark.offset..<mark.contentEnd(in: utf8), with: texts[slot] ?? "")
    }
    // All but the `mrk` is as in the source.
    let edited = inner.applied(to: utf8)
    let grown = edited.count - utf8.count
    return String(
      decoding: edited[outer.offset..<outer.contentEnd(in: utf8) + grown], as: UTF8.self)
  }

  // MARK: XLIFF 2.0

  /// A translation goes into the segment's `target`; proposals into the unit's `matches`.
  private func fill2(
    _ group: Group, _ proposals: [[FillableDocument.Proposal]], _ edits: inout ByteEdits
  ) -> (translated: Int, proposed: Int) {
    var counts = (translated: 0, proposed: 0)
    var matches: [String] = []
    var taken = ids(in: group.element)
    let matchesElement = group.element.first("matches")
    for (slot, segment) in zip(group.slots, group.segments) {
      let source = slots[slot].source
      let markup = XLIFFMarkup(utf8, beside: source)
      if let (text, _) = fitting(proposals[slot], source) {
        counts.translated += 1
        edits.replace(
          segment.start..<segment.offset,
          with: markup.tag(
            segment, without: ["state", "subState"], adding: " state=\"translated\""))
        let name = markup.name("target")
        if let target = segment.first("target") {
          let tag = markup.tag(target, without: [], adding: "")
          edits.replace(target.start..<target.end, with: "\(tag)\(text)</\(name)>")
        } else {
          edits.insert("\(markup.lineBreak)<\(name)>\(text)</\(name)>", at: source.end)
        }
      } else if !proposals[slot].isEmpty, matchesElement.map({ $0.end > $0.offset }) ?? true {
        counts.proposed += 1
        var id = segment["id"]
        if id == nil {
          let number = (1...).first { !taken.contains("s\($0)") } ?? 0
          let made = "s\(number)"
          taken.insert(made)
          id = made
          edits.replace(
            segment.start..<segment.offset,
            with: markup.tag(segment, without: [], adding: " id=\"\(made)\""))
        }
        matches += proposals[slot].map { markup.match($0, of: id ?? "") }
      }
    }
    guard !matches.isEmpty else { return counts }
    let markup = XLIFFMarkup(utf8, beside: group.element.elements.first ?? group.element)
    if let matchesElement {
      let fresh = matches.filter { !markup.has($0, in: matchesElement) }
      edits.insert(
        fresh.map { markup.lineBreak + $0 }.joined(), at: matchesElement.contentEnd(in: utf8))
    } else {
      let list = matches.map { markup.lineBreak + "  " + $0 }.joined()
      edits.insert(
        "\(markup.lineBreak)<mtc:matches xmlns:mtc=\"\(XLIFFMarkup.matches)\">\(list)"
          + "\(markup.lineBreak)</mtc:matches>", at: group.element.offset)
    }
    return counts
  }

  private func ids(in element: XMLElement) -> Set<String> {
    element.elements.reduce(into: Set([element["id"]].compactMap(\.self))) {
      $0.formUnion(ids(in: $1))
    }
  }

  /// The first proposal that can stand as the translation, as markup.
  private func fitting(
    _ proposals: [FillableDocument.Proposal], _ source: XMLElement
  ) -> (text: String, proposal: FillableDocument.Proposal)? {
    for proposal in proposals where proposal.isExact {
      if let text = XLIFFTransfer(source, utf8).markup(proposal) { return (text, proposal) }
    }
    return nil
  }
}

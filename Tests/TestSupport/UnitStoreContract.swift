public import BitextModel
public import TranslationMemory
internal import UnicodeText

/// What every `UnitStore` promises, checked in one call.
public enum UnitStoreContract {
  /// The promises that a store breaks over a memory that `seed` decides; empty when it keeps them all.
  ///
  /// - Parameter makeStore: Fills a new store with units, of which it has to name each.
  public static func violations<Store: UnitStore>(
    seed: UInt64 = 1, _ makeStore: ([TranslationUnit]) throws -> Store
  ) throws -> [String] {
    var generator = SeededGenerator(seed: seed)
    let units = RandomMemory.units(count: 120, using: &generator)
    let store = try makeStore(units)
    let tokenizer = try WordTokenizer()
    var violations: [String] = []
    let check = { (holds: Bool, promise: @autoclosure () -> String) in
      if !holds { violations.append("seed \(seed): \(promise())") }
    }

    let ids = Set(
      try ["de", "en"].compactMap(LanguageTag.init).flatMap {
        try store.candidates(
          for: ComparedText("x", tokenizer: tokenizer), in: $0, floor: 0
        ).map(\.unit)
      })
    let kept = try ids.compactMap { id in try store.unit(id).map { (id, $0) } }
    check(Set(kept.map(\.1)) == Set(units), "floor 0 gives every unit, as it was put in")
    var texts: [Place: (language: LanguageTag, text: ComparedText)] = [:]
    for (id, unit) in kept {
      for (index, variant) in unit.variants.enumerated() {
        let text = try ComparedText(variant.content, tokenizer: tokenizer)
        texts[Place(unit: id, variant: index)] = (variant.language, text)
      }
    }
    let unknown = TranslationUnit.ID(rawValue: (ids.map(\.rawValue).max() ?? 0) + 1)
    check(try store.unit(unknown) == nil, "an unknown ID names nothing")

    for _ in 0..<40 {
      let query = try ComparedText(
        SegmentContent(RandomMemory.query(like: units, using: &generator)), tokenizer: tokenizer)
      let language = RandomMemory.languages.randomElement(using: &generator) ?? "de"
      guard let tag = LanguageTag(language) else { continue }
      let similar = texts.filter { tag.matches($0.value.language) }
        .mapValues { TextSimilarity.percent(query, $0.text) }
      for floor in [1, 34, 50, 70, 85, 100] {
        let found = try store.candidates(for: query, in: tag, floor: floor)
        let places = Set(found.map { Place(unit: $0.unit, variant: $0.variant) })
        check(places.count == found.count, "no candidate twice for “\(query.text)”")
        let missed = similar.filter { $0.value >= floor && !places.contains($0.key) }
        for place in missed.keys {
          check(false, "“\(query.text)” finds “\(texts[place]?.text.text ?? "")” at \(floor)")
        }
        for candidate in found {
          let known = texts[Place(unit: candidate.unit, variant: candidate.variant)]
          check(candidate.words == known?.text.keys, "candidates carry the keys of their text")
          check(
            known.map { tag.matches($0.language) } ?? false, "candidates speak the language asked")
        }
      }
      let phrase = RandomMemory.phrase(in: units, using: &generator)
      guard let sought = try Phrase(phrase, tokenizer: tokenizer) else { continue }
      for language in [tag, nil] {
        let found = try store.units(containing: sought, in: language)
        check(Set(found).sorted() == found, "units with “\(phrase)” ascend, each once")
        for (place, entry) in texts where language?.matches(entry.language) ?? true {
          check(
            found.contains(place.unit) || sought.ranges(in: entry.text).isEmpty,
            "the phrase “\(phrase)” finds “\(entry.text.text)”")
        }
      }
    }
    return violations
  }

  private struct Place: Hashable {
    let unit: TranslationUnit.ID
    let variant: Int
  }
}

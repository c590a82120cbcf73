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

    var texts: [Place: (language: LanguageTag, text: ComparedText)] = [:]
    var kept = Set<TranslationUnit>()
    var last: Int64 = 0
    for number in 1...Int64(units.count * 4) {
      let id = TranslationUnit.ID(rawValue: number)
      guard let unit = try store.unit(id) else { continue }
      kept.insert(unit)
      last = number
      for (index, variant) in unit.variants.enumerated() {
        let text = try ComparedText(variant.content, tokenizer: tokenizer)
        texts[Place(unit: id, variant: index)] = (variant.language, text)
      }
    }
    check(kept == Set(units), "every unit is there, as it was put in")
    check(
      try store.unit(TranslationUnit.ID(rawValue: last + 1)) == nil, "an unknown ID names nothing")

    for _ in 0..<40 {
      let query = try ComparedText(
        SegmentContent(RandomMemory.query(like: units, using: &generator)), tokenizer: tokenizer)
      let language = RandomMemory.languages.randomElement(using: &generator) ?? "de"
      guard let tag = LanguageTag(language) else { continue }
      let similar = texts.filter { tag.matches($0.value.language) }
        .mapValues { TextSimilarity.percent(query, $0.text) }
      for floor in [1, 34, 50, 70, 85, 100] {
        for count in [1, 3, .max] {
          let list = try store.candidates(
            for: CandidateSearch(query, in: tag, floor: floor, count: count))
          let bounds = Dictionary(
            list.candidates.map { (Place(unit: $0.unit, variant: $0.variant), $0.bound) }
          ) { first, _ in first }
          check(
            bounds.count == list.candidates.count, "no candidate twice for “\(query.text)”")
          check(
            zip(list.candidates, list.candidates.dropFirst()).allSatisfy { $0.bound >= $1.bound },
            "the best candidates come first")
          for (place, similarity) in similar where similarity >= floor {
            let own = Candidate.Bound(score: similarity, similarity: similarity)
            let isPromised =
              bounds[place].map { $0 >= own } ?? (list.rest.map { own <= $0 } ?? false)
            check(
              isPromised,
              "“\(query.text)” finds “\(texts[place]?.text.text ?? "")” at \(floor), \(count)")
          }
          for place in bounds.keys {
            let known = texts[place].map { tag.matches($0.language) } ?? false
            check(known, "candidates are there, in the language asked")
          }
        }
      }
      let phrase = RandomMemory.phrase(in: units, using: &generator)
      for ignores in [false, true] {
        guard
          let sought = try Phrase(phrase, ignoringDiacritics: ignores, tokenizer: tokenizer)
        else { continue }
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
    }
    return violations
  }

  private struct Place: Hashable {
    let unit: TranslationUnit.ID
    let variant: Int
  }
}

public import BitextModel

/// Which language a query is in, and which one is wanted.
public struct QueryDirection: Sendable, Hashable {
  public let from: LanguageTag
  /// `nil` when every other language will do.
  public let to: LanguageTag?

  public init(from: LanguageTag, to: LanguageTag?) {
    (self.from, self.to) = (from, to)
  }

  /// The directions that a query may have in a memory: one where the languages asked for settle it,
  /// both where a memory of two languages leaves it open.
  ///
  /// - Parameters:
  ///   - languages: Those of the memory, at least one.
  ///   - name: The memory's name, for what is said.
  /// - Throws: `InputFault` naming a language that the memory has not, or asking for one.
  public static func possible(
    from: LanguageTag?, to: LanguageTag?, languages: [LanguageTag], name: String
  ) throws(InputFault) -> [QueryDirection] {
    let known = Set(languages.map(\.language)).sorted()
    for asked in [from, to].compactMap({ $0 }) {
      try check(asked, languages: languages, name: name)
    }
    let other = { (tag: LanguageTag) in known.first { $0 != tag.language }.flatMap(LanguageTag.init)
    }
    switch (from, to) {
    case (let from?, let to): return [QueryDirection(from: from, to: to)]
    case (nil, let to?):
      guard known.count == 2, let from = other(to) else { break }
      return [QueryDirection(from: from, to: to)]
    case (nil, nil):
      let tags = known.compactMap(LanguageTag.init)
      guard tags.count == 2 else { break }
      return [
        QueryDirection(from: tags[0], to: tags[1]), QueryDirection(from: tags[1], to: tags[0]),
      ]
    }
    throw InputFault(
      name, "the memory has the languages \(known.joined(separator: ", "))",
      remedy: "Say which one the query is in: --from \(known.first ?? "de")")
  }

  /// - Throws: `InputFault` when none of the languages is the one asked for.
  public static func check(
    _ asked: LanguageTag, languages: [LanguageTag], name: String
  ) throws(InputFault) {
    if languages.contains(where: { asked.matches($0) }) { return }
    let known = languages.sorted().map(\.description).joined(separator: ", ")
    throw InputFault(
      name, "the memory has no text in “\(asked)”",
      remedy: known.isEmpty ? "It is empty" : "It has \(known)")
  }
}

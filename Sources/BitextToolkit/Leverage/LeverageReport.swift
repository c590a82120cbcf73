public import BitextModel
public import TranslationMemory

/// What memories have of documents, with what it was counted by.
public struct LeverageReport: Sendable, Hashable {
  public let leverage: Leverage
  /// As a person called them, the most trusted first.
  public let memories: [String]
  public let direction: QueryDirection
  public let weights: LeverageWeights

  /// Counts documents of one language against memories.
  ///
  /// - Parameters:
  ///   - target: The language wanted; `nil` takes any other.
  ///   - ranksRepetitionsFirst: Whether a repetition outranks a match of 100.
  /// - Throws: `InputFault` when the memories have not the languages.
  public init(
    of documents: [Document], in memories: [String], to target: LanguageTag?, settings: Settings,
    ranksRepetitionsFirst: Bool
  ) throws {
    let set = try MemorySet(memories, settings: settings)
    guard let source = documents.first?.language, !set.languages.isEmpty else {
      throw InputFault(
        set.name, "the memory is empty",
        remedy: "Put something in with: bitext add \(memories.first ?? "NAME") FILE")
    }
    let others = Set(set.languages.map(\.language)).subtracting([source.language])
    let only = others.count == 1 ? others.first.flatMap(LanguageTag.init) : nil
    let direction = try QueryDirection.possible(
      from: source, to: target ?? only, languages: set.languages, name: set.name)[0]
    leverage = try set.consult { snapshot in
      var leverage = Leverage(ranksRepetitionsFirst: ranksRepetitionsFirst)
      for document in documents {
        try leverage.count(document, name: document.name ?? "-") { query in
          try snapshot.matches(for: query, direction, minimum: LeverageBand.floor, limit: 1)
            .first?.found.match
        }
      }
      return leverage
    }
    (self.memories, self.direction, weights) = (memories, direction, settings.weights)
  }

  /// The words to be paid for; `nil` when nobody weighed the bands.
  public func payableWords(_ row: Leverage.Row) -> Double? {
    weights.areSet ? weights.payableWords(row.bands) : nil
  }
}

public import BitextModel
internal import TranslationMemory

/// What memories have of documents, as `coverage --memory --json` prints it (docs/leverage.md).
public struct LeverageRecord: Sendable, Hashable, Encodable {
  public struct Count: Sendable, Hashable, Encodable {
    public let segments, words, characters, charactersWithoutSpaces: Int

    init(_ count: LeverageCount) {
      (segments, words) = (count.segments, count.words)
      (characters, charactersWithoutSpaces) = (count.characters, count.charactersWithoutSpaces)
    }
  }

  public struct Row: Sendable, Hashable, Encodable {
    public let name: String
    /// By the bands' names; all of them.
    public let bands: [String: Count]
    public let total, unique, excluded: Count
    public let payableWords: Double?

    init(_ row: Leverage.Row, in report: LeverageReport) {
      name = row.name
      bands = Dictionary(
        uniqueKeysWithValues: LeverageBand.allCases.map { ($0.rawValue, Count(row[$0])) })
      (total, unique, excluded) = (Count(row.total), Count(row.unique), Count(row.excluded))
      payableWords = report.payableWords(row)
    }
  }

  public struct Settings: Sendable, Hashable, Encodable {
    public let tool: String
    public let repetitionsFirst: Bool
    /// Per cent of a new word's price, by band; only when they were given.
    public let weights: [String: Int]?
  }

  public let v = 1
  public let memories: [String]
  public let from: LanguageTag
  public let to: LanguageTag?
  public let files: [Row]
  public let total: Row
  public let settings: Settings

  public init(_ report: LeverageReport, tool: String) {
    memories = report.memories
    (from, to) = (report.direction.from, report.direction.to)
    files = report.leverage.files.map { Row($0, in: report) }
    total = Row(report.leverage.total, in: report)
    let weights = LeverageBand.allCases.map { ($0.rawValue, report.weights[$0]) }
    settings = Settings(
      tool: tool, repetitionsFirst: report.leverage.ranksRepetitionsFirst,
      weights: report.weights.areSet ? Dictionary(uniqueKeysWithValues: weights) : nil)
  }
}

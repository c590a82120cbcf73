/// What share of a word's price is paid in each band, in per cent of a new word's.
public struct LeverageWeights: Sendable, Hashable {
  private var percents: [LeverageBand: Int] = [:]

  /// Every word is paid in full.
  public init() {}

  /// 0 to 100; a band that nobody weighed has 100.
  public subscript(band: LeverageBand) -> Int {
    get { percents[band] ?? 100 }
    set { percents[band] = newValue }
  }

  /// Whether anybody weighed a band.
  public var areSet: Bool { !percents.isEmpty }

  /// Words of all bands, each times its weight: what is paid for, in new words.
  public func payableWords(_ bands: [LeverageBand: LeverageCount]) -> Double {
    let hundredths = bands.reduce(0) { $0 + $1.value.words * self[$1.key] }
    return Double(hundredths) / 100
  }
}

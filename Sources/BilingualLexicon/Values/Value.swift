/// What a number, a date or a time says, whichever language wrote it.
enum Value: Hashable {
  case number(Double)
  case date(month: Int, day: Int)
  /// Minutes after midnight.
  case time(minutes: Int)
}

extension Value {
  /// How much it says that two texts tell it both, 0 to 1: small numbers are in most texts.
  var informativeness: Float {
    if case .number(let number) = self, number <= 12 { return 0.7 }
    return 1
  }
}

/// What a number, a date or a time says, whichever language wrote it.
enum Value: Hashable {
  case number(Double)
  case date(month: Int, day: Int)
  /// Minutes after midnight.
  case time(minutes: Int)
}

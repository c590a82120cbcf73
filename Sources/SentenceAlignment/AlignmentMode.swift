/// How the aligner is to look at two documents.
public enum AlignmentMode: String, Sendable, CaseIterable {
  /// Decide by the order of what corresponds and by how much of it does.
  case auto
  /// One is a translation of the other: the order is the same.
  case parallel
  /// Both report the same events: the order is free.
  case comparable
}

public import BitextModel

/// What a person decided about a link whose segments are no longer there, or no longer as they were.
///
/// It is kept with its texts, so that a person can decide again, or the texts come back.
public struct LostDecision: Sendable, Hashable {
  /// The segments' texts without the white space around them, at least one a side.
  public let source, target: [String]
  public let relation: Bead.Relation
  public let strength: Bead.Strength
  /// `accepted` or `rejected`.
  public let status: Bead.Status
  public let decision: Bead.Decision?
  /// Why it could not be kept, for a person.
  public let reason: String

  public init(
    source: [String], target: [String], relation: Bead.Relation, strength: Bead.Strength,
    status: Bead.Status, decision: Bead.Decision?, reason: String
  ) {
    (self.source, self.target) = (source, target)
    (self.relation, self.strength, self.status) = (relation, strength, status)
    (self.decision, self.reason) = (decision, reason)
  }
}

internal import BitextToolkit

/// What a button of a review asks for, as the form sends it.
enum FormOperation {
  case review(ReviewOperation)
  case undo
  /// Links anew whatever nobody decided.
  case realign

  /// Indexes as forms send them: `3+4`.
  static func text(_ indexes: [Int]) -> String {
    indexes.map(String.init).joined(separator: "+")
  }

  /// - Parameter form: Names and values; boxes that are ticked send their name several times.
  /// - Returns: `nil` when the form asks for nothing that there is.
  init?(_ form: [(name: String, value: String)]) {
    let first = { (name: String) in form.first { $0.name == name }?.value }
    func link(_ source: String, _ target: String) -> ReviewOperation.Link? {
      guard let source = Self.indexes(form, source), let target = Self.indexes(form, target) else {
        return nil
      }
      return ReviewOperation.Link(source: source, target: target)
    }
    func move(_ segment: Int?, to: ReviewOperation.Link?) -> ReviewOperation? {
      guard let segment, let to, let from = link("source", "target") else { return nil }
      return .move(segment, .target, from: from, to: to)
    }
    let this = link("source", "target")
    let operation: ReviewOperation?
    switch first("op") {
    case "undo":
      self = .undo
      return
    case "realign":
      self = .realign
      return
    case "accept": operation = this.map { .accept($0) }
    case "reject": operation = this.map { .reject($0) }
    case "reopen": operation = this.map { .reopen($0) }
    case "full": operation = this.map { .grade($0, .full) }
    case "partial": operation = this.map { .grade($0, .partial) }
    case "link": operation = this.map { .link($0) }
    case "edit":
      operation = this.map {
        .edit(
          $0, Bead.Wording(source: first("wordingSource"), target: first("wordingTarget")))
      }
    case "merge":
      operation = this.flatMap { this in
        link("nextSource", "nextTarget").map { .merge([this, $0]) }
      }
    case "split":
      operation = this.flatMap { this in
        guard let source = first("splitSource").flatMap(Int.init),
          let target = first("splitTarget").flatMap(Int.init)
        else { return nil }
        return .split(this, source: source, target: target)
      }
    case "up": operation = move(this?.target.first, to: link("previousSource", "previousTarget"))
    case "down": operation = move(this?.target.last, to: link("nextSource", "nextTarget"))
    default: return nil
    }
    guard let operation else { return nil }
    self = .review(operation)
  }

  /// The indexes of all values of a name, ascending; `nil` when there is none, or one is no index.
  private static func indexes(
    _ form: [(name: String, value: String)], _ name: String
  ) -> [Int]? {
    let texts = form.filter { $0.name == name }.flatMap { $0.value.split(separator: "+") }
    let indexes = texts.compactMap { Int($0) }
    guard indexes.count == texts.count, !indexes.isEmpty, indexes.allSatisfy({ $0 >= 0 }) else {
      return nil
    }
    return Set(indexes).sorted()
  }
}

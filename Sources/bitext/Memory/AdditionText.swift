internal import BitextToolkit

/// What `add` says when it is done.
struct AdditionText {
  let report: AdditionReport
  let memory: String

  init(_ report: AdditionReport, memory: String) {
    (self.report, self.memory) = (report, memory)
  }

  /// `news: +412 units, 3 updated, 37 already there, 5 refused (4 an empty text, 1 one language only)`.
  var line: String {
    var parts = ["+" + Figures.count(report.added, "unit")]
    if report.updated > 0 { parts.append("\(report.updated) updated") }
    if report.known > 0 { parts.append("\(report.known) already there") }
    if report.refusedCount > 0 {
      let reasons = AdditionReport.Refusal.allCases.compactMap { refusal in
        report.refused[refusal].map { "\($0) \(refusal.rawValue)" }
      }
      parts.append("\(report.refusedCount) refused (\(reasons.joined(separator: ", ")))")
    }
    if report.leftOutCount > 0 {
      let reasons = UnitProblem.allCases.compactMap { problem in
        report.leftOut[problem.rawValue].map { "\($0) \(problem.rawValue)" }
      }
      parts.append(
        "\(report.leftOutCount) left out by --clean (\(reasons.joined(separator: ", ")))")
    }
    return "\(memory): \(parts.joined(separator: ", "))"
  }
}

internal import ArgumentParser
internal import BitextToolkit

/// Problems of units, as an option names them: `duplicate,untranslated`, or `all`.
struct ProblemSet: ExpressibleByArgument {
  let problems: Set<UnitProblem>

  init?(argument: String) {
    let names = argument.split(separator: ",").map { String($0[...].trimmingWhiteSpace()) }
    let known = names.compactMap(UnitProblem.init)
    guard !names.isEmpty, known.count == names.count || names == ["all"] else { return nil }
    problems = names == ["all"] ? Set(UnitProblem.allCases) : Set(known)
  }
}

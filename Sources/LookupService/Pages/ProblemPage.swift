/// What a page says when it cannot be shown.
struct ProblemPage {
  let t: [String: String]
  let title, detail: String

  init(_ problem: Problem, words: Words) {
    t = words.texts
    (title, detail) = (problem.kind.title, problem.detail)
  }
}

extension Pages {
  /// - Parameter acceptedLanguages: Those of the browser: a request that failed has no choice of its own.
  func problem(_ problem: Problem, acceptedLanguages: String?) -> String {
    let words = Words.preferred(chosen: nil, accepted: acceptedLanguages)
    return render(
      "problem", title: problem.kind.title, tab: .none, words: words,
      otherLanguage: "?lang=\(words["other_lang"])", ProblemPage(problem, words: words))
  }
}

internal import BitextModel

extension UnitFormat {
  /// Two files whose lines correspond, `NAME.de` and `NAME.en`, as Moses and OPUS have them.
  public static let moses = UnitFormat(
    "moses", title: "a pair of Moses files", endings: [], needsLanguages: true, isBilingual: true,
    fidelity: .lines,
    open: { input in
      let languages = try input.pair()
      let suffixes = [languages.source, languages.target].map { ".\($0)" }
      var lines = try suffixes.map { try FileLines(input, $0) }
      return SteppedReader(isStrict: input.isStrict) {
        while true {
          let (source, target) = (try lines[0].next(), try lines[1].next())
          guard let source, let target else {
            guard source == nil, target == nil else {
              let short = source == nil ? 0 : 1
              throw FileFault(
                line: lines[1 - short].number,
                "…\(suffixes[short]) has only \(lines[short].number) lines",
                remedy: "Line n of one file must translate line n of the other")
            }
            return nil
          }
          if source.isEmpty && target.isEmpty { continue }
          return .unit(TranslationUnit([(languages.source, source), (languages.target, target)]))
        }
      }
    },
    create: { output in
      let languages = try output.pair()
      let (source, target) = (
        try output.text(".\(languages.source)"), try output.text(".\(languages.target)")
      )
      return SteppedWriter { unit in
        guard let pair = unit.pair(languages.source, languages.target) else { return }
        try source(OneLine.text(pair.source.content.text) + "\n")
        try target(OneLine.text(pair.target.content.text) + "\n")
      }
    })
}

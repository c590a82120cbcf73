public import BitextModel
public import Interchange
public import Segmentation
internal import Synchronization
internal import UnicodeText

/// The segmentation rules of an SRX file, compiled for each language when it is first met.
public final class SRXRules: Sendable {
  // A class, because it owns the compiled rules, which serve one text at a time behind a lock.
  public let path: String
  private let srx: SRX
  private let compiled = Mutex<[String: PatternSegmenter]>([:])

  /// - Throws: `InputFault` naming the line when the file is no SRX.
  public init(path: String) throws(InputFault) {
    self.path = path
    let text = try TextFile.read(path)
    do throws(SRX.ParseError) {
      srx = try SRX(text: text)
    } catch {
      throw InputFault(
        path, line: error.line, error.cause, remedy: "SRX 2.0 is wanted; see docs/segmentation.md")
    }
  }

  /// What of the file ICU cannot run and is left out, with the lines, in their order.
  public var faults: [(line: Int, cause: String)] {
    let maps = srx.maps.compactMap { map -> (line: Int, cause: String)? in
      do throws(ICUFailure) {
        _ = try RegularExpression(map.pattern)
        return nil
      } catch {
        return (map.line, error.operation)
      }
    }
    let rules = PatternSegmenter(srx.languageRules.flatMap { Self.patterns($0.rules) }).faults
      .map { (line: $0.rule.line, cause: $0.cause) }
    return (maps + rules).sorted { ($0.line, $0.cause) < ($1.line, $1.cause) }
  }

  /// The rules of a language, in the order in which they are tried; none when no map matches it.
  public func rules(for language: LanguageTag) -> [PatternRule] {
    Self.patterns(
      srx.rules(for: language.description) { map, tag in
        // A pattern that does not compile is among `faults`, and matches nothing.
        (try? RegularExpression(map.pattern).matches(tag)) ?? false
      })
  }

  /// The text cut where the rules of its language break.
  ///
  /// - Throws: `ICUFailure` when an expression takes more room than ICU gives it.
  public func document(
    name: String? = nil, language: LanguageTag, text: String
  ) throws -> Document {
    try compiled.withLock { compiled in
      let key = language.description
      let segmenter = compiled[key] ?? PatternSegmenter(rules(for: language))
      compiled[key] = segmenter
      return try segmenter.document(name: name, language: language, text: text)
    }
  }

  private static func patterns(_ rules: [SRX.Rule]) -> [PatternRule] {
    rules.map { rule in
      PatternRule(isBreak: rule.isBreak, before: rule.before, after: rule.after, line: rule.line)
    }
  }
}

extension SRX {
  /// The built-in rules, as far as SRX can say them; docs/segmentation.md says what it cannot.
  public static var builtIn: SRX {
    let languages = BuiltInPatterns.languages
    return SRX(
      cascades: false,
      languageRules: languages.map { language in
        LanguageRule(
          name: language.isEmpty ? "default" : language,
          rules: BuiltInPatterns.rules(for: language).map { rule in
            Rule(isBreak: rule.isBreak, before: rule.before, after: rule.after)
          })
      },
      maps: languages.map { language in
        let letters = language.map { "[\($0)\($0.uppercased())]" }.joined()
        return LanguageMap(
          pattern: language.isEmpty ? ".*" : "\(letters)(?:[-_].*)?",
          name: language.isEmpty ? "default" : language)
      })
  }
}

internal import Glibc

/// What of a text tells its language: its words, each as often as it is there, and the scripts of its letters.
struct TextEvidence {
  private(set) var words: [String: Int] = [:]
  private var wordCount = 0
  private var letters: [Script: Int] = [:]

  init(_ text: UTF8Text) {
    var word = String.UnicodeScalarView()
    var offset = 0
    while offset < text.count, let (scalar, width) = text.scalar(at: offset) {
      offset += width
      let isLetter = CharacterClass.Members.letters.contains(CharacterClass(scalar))
      if isLetter {
        if let script = Script(scalar) { letters[script, default: 0] += 1 }
        word.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
      if !word.isEmpty, !isLetter || offset >= text.count {
        // Elided articles count as words: `l’`, `d'`.
        if scalar == "'" || scalar == "\u{2019}" { word.append("'") }
        words[String(word), default: 0] += 1
        wordCount += 1
        word = String.UnicodeScalarView()
      }
    }
  }

  /// The script of most letters; Japanese is told by a share of kana. `nil` without letters.
  var script: Script? {
    let (kana, han) = (letters[.kana] ?? 0, letters[.han] ?? 0)
    var counts = letters
    if kana * 20 > han {
      counts[.kana] = kana + han
      counts[.han] = nil
    }
    return Script.allCases.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) }
      .flatMap { (counts[$0] ?? 0) > 0 ? $0 : nil }
  }

  /// The share of the letters that are of a script, kana and Han as one, and never quite 1.
  func share(of script: Script) -> Double {
    let own = script == .kana ? (letters[.kana] ?? 0) + (letters[.han] ?? 0) : letters[script] ?? 0
    let all = letters.values.reduce(0, +)
    return min(0.999, Double(own) / Double(max(1, all)))
  }

  struct Score: Sendable {
    /// The log-likelihood ratio to a language of which no word is known, in nats.
    let total: Double
    /// Whether enough of the words are known: no text of some length is without function words.
    let isFamiliar: Bool
  }

  func score(_ profile: LanguageProfile) -> Score {
    var (total, known) = (0.0, 0)
    // Sorted, because sums of fractions depend on their order.
    for (word, count) in words.sorted(by: { $0.key < $1.key }) {
      // A word said over and over says little more than one said thrice.
      let weight = Double(min(count, 3))
      if let rank = profile.words[word] {
        known += count
        total += weight * Self.weight(rank: rank)
        continue
      }
      total += weight * Self.spelling(word, profile)
    }
    return Score(total: total, isFamiliar: wordCount < 12 || known * 5 >= wordCount)
  }

  /// Function words make up the most of a text, by Zipf's law (1949): the word of rank r, from 0, is
  /// taken to be 0.05/(r + 2) of it, and any known word to be 0.0003 of a text in another language.
  private static func weight(rank: Int) -> Double {
    max(2, log(0.05 / Double(rank + 2) / 0.0003))
  }

  /// What spelling tells of a word that is not known.
  private static func spelling(_ word: String, _ profile: LanguageProfile) -> Double {
    var nats = 0.0
    if word.unicodeScalars.contains(where: profile.letters.contains) { nats += 1.5 }
    for fragment in profile.fragments {
      let bare =
        fragment.hasPrefix("-")
        ? fragment.dropFirst() : fragment.hasSuffix("-") ? fragment.dropLast() : fragment[...]
      guard word.utf8.count > bare.utf8.count else { continue }
      let matches =
        fragment.hasPrefix("-")
        ? word.hasSuffix(bare)
        : fragment.hasSuffix("-") ? word.hasPrefix(bare) : word.contains(bare)
      if matches {
        nats += 0.6
        break
      }
    }
    return nats
  }
}

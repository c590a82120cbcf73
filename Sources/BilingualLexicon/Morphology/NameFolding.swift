internal import UnicodeText

/// A spelling in which the renderings of a name in different languages are alike: `Schoigu` and
/// `Shoigu`, `Sergej` and `Sergei`. No dictionary: `Peking` stays apart from `Beijing`.
struct NameFolding: ~Copyable {
  private let transliterator: Transliterator?

  init() {
    // ICU brings this transform; without it, folding stays within the Latin script.
    transliterator = try? Transliterator("Any-Latin; Latin-ASCII; Lower")
  }

  /// Longer spellings of a sound first.
  private static let respellings: [([UInt8], [UInt8])] = [
    ("tsch", "x"), ("sch", "s"), ("tch", "x"), ("zh", "s"), ("sh", "s"), ("ch", "x"), ("kh", "x"),
    ("ck", "k"), ("ph", "f"), ("th", "t"), ("gh", "g"), ("ts", "z"), ("tz", "z"), ("qu", "kv"),
    ("ou", "u"), ("oo", "u"), ("ow", "ov"), ("ae", "a"), ("oe", "o"), ("ue", "u"), ("c", "k"),
    ("q", "k"), ("w", "v"), ("y", "i"), ("j", "i"), ("x", "ks"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// ASCII letters and digits of the folded spelling, no letter twice in a row.
  borrowing func fold(_ word: String) -> [UInt8] {
    // A cedilla makes the sound of s, which its letter alone does not.
    var latin = word.replacing("ç", with: "s")
    if !word.utf8.allSatisfy({ $0 < 0x80 }) {
      latin = transliterator?.transform(latin) ?? latin
    }
    let letters = latin.utf8.filter { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    var (folded, index): ([UInt8], Int) = ([], 0)
    while index < letters.count {
      let rest = letters[index...]
      let rule = Self.respellings.first { rest.starts(with: $0.0) }
      for letter in rule?.1 ?? [letters[index]] where folded.last != letter {
        folded.append(letter)
      }
      index += rule?.0.count ?? 1
    }
    return folded
  }

  /// Whether letters at the end of a folded name inflect it or make an adjective or an inhabitant of it:
  /// `Irans`, `Iraner`, `Iranian`. `Nigeria` is no form of `Niger`.
  static func isEnding(_ letters: ArraySlice<UInt8>) -> Bool { endings.contains(Array(letters)) }

  private static let endings = Set(
    [
      "s", "es", "n", "en", "e", "er", "ers", "ern", "erin", "in", "i", "is", "an", "ans", "ian",
      "ians", "ean", "eans", "ese", "ish", "isk", "iske", "isken", "isker", "iskes", "is", "ise",
      "isen", "iser", "ises", "ism", "ismus", "ist", "isten", "ists", "ien", "ie", "a", "o",
    ].map { Array($0.utf8) })

  /// The first three consonants, sibilants alike and gutturals alike, without v, which one language may
  /// write as a vowel (Ruanda, Rwanda): names that are similar share it.
  static func skeleton(of folded: [UInt8]) -> [UInt8] {
    let vowels = Set("aeiouhv".utf8)
    let consonants = folded.lazy.filter { !vowels.contains($0) }
      .map { letter in
        switch letter {
        case UInt8(ascii: "z"): UInt8(ascii: "s")
        case UInt8(ascii: "x"): UInt8(ascii: "k")
        default: letter
        }
      }
    return Array(consonants.prefix(3))
  }

  /// One minus the Levenshtein distance over the longer length, 0 to 1.
  static func similarity(_ a: [UInt8], _ b: [UInt8]) -> Double {
    if a == b { return 1 }
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let substitution = diagonal + (b[j] == letter ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substitution, diagonal + 1, row[j] + 1)
      }
    }
    return 1 - Double(row[b.count]) / Double(max(a.count, b.count, 1))
  }
}

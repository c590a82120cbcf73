public import BitextToolkit

/// What every format of units promises, checked in one call.
public enum UnitFormatContract {
  /// The promises that a format breaks on units that `seed` decides; empty when it keeps them all.
  ///
  /// - Parameter marksClaims: Whether the format has a place for what is no translation.
  public static func violations(
    _ format: UnitFormat, marksClaims: Bool = true, seed: UInt64
  ) -> [String] {
    var violations: [String] = []
    var generator = SeededGenerator(seed: seed)
    let units = (0..<60).map { _ in unit(&generator) }
    let check = { (holds: Bool, promise: @autoclosure () -> String) in
      if !holds { violations.append("\(format.name), seed \(seed): \(promise())") }
    }
    do {
      let files = try written(units, format)
      check(try written(units, format) == files, "the same units give the same bytes")
      let back = try read(files, format)
      check(back.remarks.isEmpty, "what it writes needs no mending: \(back.remarks)")
      let texts = { (units: [TranslationUnit]) in units.map { $0.variants.map(\.content.text) } }
      if format.fidelity == .whole {
        check(back.units == units, "a unit comes back the same")
      } else {
        let expected = texts(units).map { $0.map { format.fidelity == .lines ? oneLine($0) : $0 } }
        let found = texts(back.units)
        let odd = zip(found, expected).first { $0 != $1 }
        check(
          found == expected,
          "texts come back the same: \(odd.map { "\($0)" } ?? "\(found.count) units")")
      }
      check(
        back.units.map { $0.variants.map(\.language) } == units.map { $0.variants.map(\.language) },
        "languages come back")
      if marksClaims {
        check(
          back.units.map { $0.link?.relation } == units.map { $0.link?.relation },
          "a claim comes back as a claim")
      }
      if let head = files[""], let claimed = UnitFormat(beginning: head), claimed != format {
        check(
          try read(files, claimed).units == back.units, "\(claimed.name) claims it and reads it")
      }
      let none = try written([], format)
      if none.values.contains(where: { !$0.isEmpty }) {
        check(try read(none, format).units.isEmpty, "no units make a file of none")
      }
      for (suffix, bytes) in files where !bytes.isEmpty {
        for _ in 0..<20 {
          var cut = files
          cut[suffix] = Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &generator)))
          // A fault is as good as fewer units.
          let count = (try? read(cut, format).units.count) ?? 0
          check(count <= units.count, "a part of a file has no more units than the whole")
        }
      }
    } catch {
      violations.append("\(format.name), seed \(seed): \(error)")
    }
    return violations
  }

  /// The files of a format, by what is added to their name.
  public static func written(
    _ units: [TranslationUnit], _ format: UnitFormat, languages: [LanguageTag] = languages
  ) throws -> [String: [UInt8]] {
    let files = Files()
    var output = UnitFileOutput { suffix in
      files.bytes[suffix] = []
      return { files.bytes[suffix, default: []] += $0 }
    }
    output.options.languages = languages
    output.options.toolVersion = "0"
    let writer = try format.writer(output)
    for unit in units { try writer.write(unit) }
    try writer.finish()
    return files.bytes
  }

  public static func read(
    _ files: [String: [UInt8]], _ format: UnitFormat, languages: [LanguageTag] = languages,
    isStrict: Bool = false
  ) throws -> (units: [TranslationUnit], remarks: [FileRemark]) {
    let reader = try format.reader(
      UnitFileInput(.bytes(files), languages: languages, isStrict: isStrict))
    var units: [TranslationUnit] = []
    while let unit = try reader.next() { units.append(unit) }
    return (units, reader.remarks)
  }

  public static let languages = ["de", "en"].compactMap(LanguageTag.init)

  private final class Files {
    var bytes: [String: [UInt8]] = [:]
  }

  private static let pieces = [
    "Brücke", "bridge", " ", "&", "<", ">", "\"", "'", "\n", "\t", "\\", "\\n", ",", ";", "#", "🌉",
    "e\u{301}", "&amp;", "<b>", "[", "|", "msgid \"", "日本", "אב", "\u{2028}", "\u{A0}", "%s", "=",
  ]

  /// A text that begins and ends with a letter, as a segment does.
  private static func text(_ generator: inout SeededGenerator) -> String {
    let count = Int.random(in: 0...5, using: &generator)
    let inner = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }
    return "A" + inner.joined() + "z"
  }

  private static func unit(_ generator: inout SeededGenerator) -> TranslationUnit {
    var unit = TranslationUnit(
      variants: languages.map { Variant(language: $0, content: SegmentContent(text(&generator))) })
    if Int.random(in: 0..<3, using: &generator) == 0 {
      unit.link = TranslationUnit.Link(
        relation: .claim, strength: .partial, confidence: nil, status: .proposed, tool: nil)
    }
    return unit
  }

  private static func oneLine(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      let isBreak = ["\t", "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}"]
        .contains(scalar)
      line.unicodeScalars.append(isBreak ? " " : scalar)
    }
    return line
  }
}

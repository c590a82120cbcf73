internal import Mustache

/// The words of the pages in one language: names and texts, a line each, from `Assets/`.
struct Words: Sendable {
  let texts: [String: String]

  static let english = Words(PackageResources.words_en_txt)
  static let german = Words(PackageResources.words_de_txt)

  private init(_ bytes: [UInt8]) {
    var texts: [String: String] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      guard let sign = line.firstRange(of: " = ") else { continue }
      texts[String(line[..<sign.lowerBound])] = String(line[sign.upperBound...])
    }
    self.texts = texts
  }

  /// A text by its name. Where there is none the name stands, and a test fails.
  subscript(_ name: String) -> String { texts[name] ?? name }

  /// A text with values in place of `{0}`, `{1}`, ….
  subscript(_ name: String, _ values: any CustomStringConvertible...) -> String {
    values.enumerated().reduce(self[name]) { text, value in
      text.replacing("{\(value.offset)}", with: value.element.description)
    }
  }

  /// One of `name_none`, `name_one` and `name_many`; without the first, none counts as many.
  func count(_ number: Int, _ name: String) -> String {
    switch number {
    case 0 where texts[name + "_none"] != nil: self[name + "_none"]
    case 1: self[name + "_one"]
    default: self[name + "_many", Self.grouped(number)]
    }
  }

  /// Digits in groups of three with thin spaces between (ISO 80000-1, 7.3.1).
  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return String(
      digits.enumerated().flatMap { index, digit in
        index > 0 && (digits.count - index).isMultiple(of: 3) ? ["\u{202F}", digit] : [digit]
      })
  }

  /// The language of whoever asks: what they chose, or else the first that their browser names and the
  /// pages speak (RFC 9110, 12.5.4; weights are taken to be in order, as browsers send them).
  static func preferred(chosen: String?, accepted: String?) -> Words {
    let wishes =
      [chosen].compactMap(\.self) + (accepted ?? "").split(separator: ",").map(String.init)
    for wish in wishes {
      switch wish.drop(while: \.isWhitespace).prefix(2).lowercased() {
      case "de": return .german
      case "en": return .english
      default: continue
      }
    }
    return .english
  }
}

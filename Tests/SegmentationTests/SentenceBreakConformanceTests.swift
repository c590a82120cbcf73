import Foundation
import Testing
import UnicodeText

/// Unicode's own test of sentence boundaries against the layer over ICU that candidates come from.
@Suite struct SentenceBreakConformanceTests {
  /// Debian's package `unicode-data`.
  static let path = "/usr/share/unicode/auxiliary/SentenceBreakTest.txt"

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: path),
      "the package unicode-data is not installed"))
  func everyLineHolds() throws {
    let file = try String(contentsOfFile: Self.path, encoding: .utf8)
    let iterator = try BoundaryIterator(.sentence, locale: "und")
    var count = 0
    for line in file.split(separator: "\n") {
      guard let test = Self.parse(line.prefix { $0 != "#" }) else { continue }
      count += 1
      let found = try iterator.boundaries(in: test.text)
      #expect(
        found == test.boundaries,
        "\(Self.shown(test.text, test.boundaries)) but was \(Self.shown(test.text, found))")
    }
    #expect(count > 400)
  }

  /// `÷ 0061 × 002E ÷`: a text and the UTF-8 offsets of the boundaries after its start.
  private static func parse(_ line: Substring) -> (text: String, boundaries: [Int])? {
    var (text, boundaries) = ("", [Int]())
    for token in line.split(whereSeparator: \.isWhitespace) {
      switch token {
      case "÷": if !text.isEmpty { boundaries.append(text.utf8.count) }
      case "×": break
      default:
        guard let scalar = UInt32(token, radix: 16).flatMap(Unicode.Scalar.init) else { return nil }
        text.unicodeScalars.append(scalar)
      }
    }
    return text.isEmpty ? nil : (text, boundaries)
  }

  private static func shown(_ text: String, _ boundaries: [Int]) -> String {
    var (result, offset) = ("÷", 0)
    for scalar in text.unicodeScalars {
      offset += UTF8.width(scalar)
      result += " U+" + String(scalar.value, radix: 16, uppercase: true)
      result += boundaries.contains(offset) ? " ÷" : " ×"
    }
    return result
  }
}

import BitextModel
import Foundation
import TestSupport
import Testing

@testable import Interchange

/// Plain units are made on a short way; the general one gives the same.
@Suite struct PlainUnitTests {
  /// A byte a time, no unit is ever whole among the events: all take the general way.
  @Test(arguments: [11, 12, 13] as [UInt64]) func bothWaysGiveTheSame(seed: UInt64) throws {
    var random = RandomUnits(seed: seed)
    let bytes = try TMXFiles.written((0..<100).map { _ in random.unit() })
    let (short, general) = (TMXReading(bytes), TMXReading(bytes, chunk: 1))
    #expect(short.units.count == 100)
    #expect(short.units == general.units)
    #expect(short.remarks == general.remarks)
  }

  @Test func strayTextIsKept() throws {
    let text = """
      <tmx version="1.4"><header/><body>out
      <tu>one<tuv xml:lang="de">two<seg>Gut</seg></tuv></tu></body></tmx>
      """
    let reading = TMXReading(text.utf8)
    let unit = try #require(reading.units.first)
    #expect(unit.properties == [Property("x-text", "one")])
    #expect(unit.variants.first?.properties == [Property("x-text", "two")])
    let said = reading.remarks.filter { $0.cause == .strayText }.map(\.description)
    #expect(
      said == [
        "1: text outside of any segment (skipped)", "2: text outside of any segment (mended)",
        "2: text outside of any segment (mended)",
      ])
  }
}

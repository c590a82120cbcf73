import BitextModel
import Foundation
import TestSupport
import Testing

@testable import Interchange

/// Files of lines are read as their units are asked for.
@Suite struct FileLinesTests {
  private let languages = ["de", "en"].compactMap(LanguageTag.init)

  /// Whatever ends the lines, and wherever the pieces end in which they are read.
  @Test(arguments: 1...4)
  func linesAreThoseOfTheWholeText(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var text = seed == 1 ? "\u{FEFF}" : ""
    var expected: [String] = []
    for _ in 0..<40 {
      let isLong = Int.random(in: 0..<4, using: &generator) == 0
      let count = Int.random(in: 0...(isLong ? EncodedInput.chunkSize * 2 : 9), using: &generator)
      expected.append(String(repeating: "ä", count: count))
      text += expected[expected.count - 1] + (Bool.random(using: &generator) ? "\n" : "\r\n")
    }
    if seed == 2 {
      expected.append("ohne Ende")
      text += "ohne Ende"
    }
    var lines = try FileLines(UnitFileInput(.bytes(["": Array(text.utf8)])))
    var found: [String] = []
    while let line = try lines.next() { found.append(line) }
    #expect(found == expected)
    #expect(lines.number == expected.count)
  }

  @Test(arguments: [
    ([0x61, 0x0A, 0x62, 0xFC, 0x0A], 2, "not UTF-8 (byte 0xFC at offset 3)"),
    ([0x61, 0x0A, 0x0A, 0x62, 0x00], 3, "binary data (byte 0x00 at offset 4)"),
    ([0xEF, 0xBB, 0xBF, 0x61, 0x0A, 0xC3], 2, "not UTF-8 (byte 0xC3 at offset 5)"),
  ])
  func whatIsNoTextIsNamedWithItsPlace(bytes: [UInt8], line: Int, cause: String) throws {
    var lines = try FileLines(UnitFileInput(.bytes(["": bytes])))
    #expect {
      while try lines.next() != nil {}
    } throws: { error in
      (error as? FileFault)?.line == line && (error as? FileFault)?.cause == cause
    }
  }

  /// The rest of a file need not be there yet.
  @Test func aUnitComesBeforeTheFileEnds() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("pairs.tsv")
    #expect(mkfifo(path, 0o600) == 0)
    let isRead = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      guard let file = FileHandle(forWritingAtPath: path) else { return }
      try? file.write(contentsOf: Data("Gut.\tGood.\n".utf8))
      isRead.wait()
      try? file.write(contentsOf: Data("Ja.\tYes.\n".utf8))
      try? file.close()
    }
    let reader = try UnitFormat.tsv.reader(UnitFileInput(.path(path), languages: languages))
    let first = try reader.next()
    isRead.signal()
    #expect(first?.variants.map(\.content.text) == ["Gut.", "Good."])
    #expect(try reader.next()?.variants.map(\.content.text) == ["Ja.", "Yes."])
    #expect(try reader.next() == nil)
  }
}

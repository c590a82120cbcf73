internal import Foundation

/// Long texts and their translations, mixed from aligned ones.
///
/// The beads of the folders follow one another in their order; when they are used up, in blocks of twenty in an order
/// that a seed decides, with the digits exchanged alike on both sides: so long texts repeat sentences, but not
/// their neighbours and numbers. A tenth of the beads lacks its source, a tenth its target.
struct AlignmentSample {
  private typealias Bead = (source: [Substring], target: [Substring])

  private var beads: [Bead] = []
  let subject: String

  private static let block = 20

  init(folders: [String]) throws {
    var names: [String] = []
    for folder in folders {
      let source = try Self.lines(folder + "/SRC.txt")
      let target = try Self.lines(folder + "/TGT.txt")
      for line in try Self.lines(folder + "/gold.txt") {
        let sides = try line.split(separator: ":").prefix(2).map {
          try JSONDecoder().decode([Int].self, from: Data($0.utf8))
        }
        guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else { continue }
        beads.append((sides[0].map { source[$0] }, sides[1].map { target[$0] }))
      }
      names.append(URL(fileURLWithPath: folder).lastPathComponent)
    }
    let origin = names.count > 3 ? "\(names.count) folders" : names.joined(separator: ", ")
    subject = "\(beads.count) beads of \(origin), mixed (seed 5)"
  }

  private static func lines(_ path: String) throws -> [Substring] {
    try String(contentsOfFile: path, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Two texts, and which of their lines correspond one to one.
  struct Text {
    fileprivate(set) var source: [String] = []
    fileprivate(set) var target: [String] = []
    fileprivate(set) var single: [(Int, Int)] = []
  }

  func text(lines: Int) -> Text {
    var (text, random) = (Text(), SampleGenerator(state: 5))
    var order = Array(beads.indices)
    var digits = Array("0123456789")
    while text.source.count < lines, !beads.isEmpty {
      for index in order where text.source.count < lines {
        let fate = random.next() % 10
        let source = fate == 0 ? [] : beads[index].source
        let target = fate == 1 ? [] : beads[index].target
        if source.count == 1, target.count == 1 {
          text.single.append((text.source.count, text.target.count))
        }
        text.source += source.map { Self.exchanged($0, digits) }
        text.target += target.map { Self.exchanged($0, digits) }
      }
      digits.shuffle(using: &random)
      let starts = stride(from: 0, to: beads.count, by: Self.block).shuffled(using: &random)
      order = starts.flatMap { Array($0..<min($0 + Self.block, beads.count)) }
    }
    return text
  }

  private static func exchanged(_ line: Substring, _ digits: [Character]) -> String {
    String(
      line.map { letter in
        letter.isASCII ? letter.wholeNumberValue.map { digits[$0] } ?? letter : letter
      })
  }
}

/// Steele, Lea & Flood 2014, “Fast splittable pseudorandom number generators”: the same on every machine.
private struct SampleGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

public import BitextModel

/// Units on their way into a segment, in memory: some 200 bytes a text.
public struct SegmentBatch: Sendable {
  private var sides: [String: SideBatch] = [:]
  private var shapes: [UnitShape: UInt16] = [:]
  private var lines: [UnitShape] = []
  /// Units taken in.
  public private(set) var count = 0

  public init() {}

  /// - Parameter entries: Those of the unit's variants.
  public mutating func add(
    _ entries: [IndexEntry], of unit: TranslationUnit.ID, shape: UnitShape
  ) {
    let number = number(of: shape)
    for entry in entries {
      sides[entry.language.language, default: SideBatch()]
        .add(entry, of: unit.rawValue, shape: number)
    }
    count += 1
  }

  /// The last number stands for all shapes beyond what 16 bits can tell apart.
  private mutating func number(of shape: UnitShape) -> UInt16 {
    if let known = shapes[shape] { return known }
    guard lines.count < Int(UInt16.max) else { return .max }
    let number = UInt16(lines.count)
    shapes[shape] = number
    lines.append(shape)
    return number
  }

  /// Writes a segment: to a file that is not there yet, or, without a path, into memory.
  public func write(to path: String? = nil) throws(SegmentFault) -> IndexSegment {
    let output = try SegmentOutput(path: path)
    var records: [UInt64] = []
    let identity = (0..<UInt16(clamping: lines.count)).map { $0 }
    for (language, side) in sides.sorted(by: { $0.key < $1.key }) {
      let writer = SideWriter([SortedBatch(side)], shapes: [identity]) { _, _ in true }
      records += try writer.write(language, to: output)
    }
    return try IndexSegment(finishing: output, records: records, shapes: lines)
  }
}

extension IndexSegment {
  /// Merges segments into one, without the units that `keeps` says no to.
  ///
  /// - Parameter keeps: Gets the index of the segment and the unit.
  public static func merging(
    _ segments: [IndexSegment], to path: String? = nil,
    keeps: (_ segment: Int, _ unit: TranslationUnit.ID) -> Bool
  ) throws(SegmentFault) -> IndexSegment {
    let output = try SegmentOutput(path: path)
    var records: [UInt64] = []
    var shapes: [UnitShape] = []
    var numbers: [UnitShape: UInt16] = [:]
    let maps = segments.map { segment in
      segment.shapes.map { shape in
        if let known = numbers[shape] { return known }
        guard shapes.count < Int(UInt16.max) else { return .max }
        let number = UInt16(shapes.count)
        numbers[shape] = number
        shapes.append(shape)
        return number
      }
    }
    for language in Set(segments.flatMap { $0.sides.map(\.language) }).sorted() {
      let chosen = segments.indices.filter { segments[$0].side(language) != nil }
      let writer = SideWriter(
        chosen.compactMap { segments[$0].side(language) }, shapes: chosen.map { maps[$0] }
      ) { keeps(chosen[$0], TranslationUnit.ID(rawValue: $1)) }
      if !writer.isEmpty { records += try writer.write(language, to: output) }
    }
    return try IndexSegment(finishing: output, records: records, shapes: shapes)
  }

  fileprivate convenience init(
    finishing output: SegmentOutput, records: [UInt64], shapes: [UnitShape]
  ) throws(SegmentFault) {
    let place = output.offset
    try output.append(records)
    let lines = Array(shapes.map(\.line).joined(separator: "\n").utf8)
    let text = output.offset
    try output.append(lines)
    try output.align()
    let size = output.offset
    let bytes = try output.finish { body in
      let sides = records.count / SegmentFormat.Side.allCases.count
      let header: [UInt64] = [
        SegmentFormat.magic, UInt64(sides), UInt64(size), UInt64(place), UInt64(text),
        UInt64(lines.count), body,
      ]
      let own = header.withUnsafeBufferPointer {
        SegmentFormat.checksum($0, from: SegmentFormat.checksumStart)
      }
      return header + [
        records.withUnsafeBufferPointer { SegmentFormat.checksum($0, from: own) }
      ]
    }
    try self.init(bytes)
  }
}

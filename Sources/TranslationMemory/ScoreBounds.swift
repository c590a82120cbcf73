internal import BitextModel

/// From what an index knows of a text, the most that a match may score. A class, because it
/// remembers from query to query what the shapes of units amount to.
final class ScoreBounds {
  let source: LanguageTag
  let target: LanguageTag?
  private let penalties: Penalties
  /// Of the query's neighbours; 0 when not known.
  var previous: UInt16 = 0
  var next: UInt16 = 0
  private var tables: [ObjectIdentifier: (segment: IndexSegment, table: ShapeTable)] = [:]
  private var points: [UnitShape: [Int?]] = [:]

  init(_ penalties: Penalties, from source: LanguageTag, to target: LanguageTag?) {
    (self.penalties, self.source, self.target) = (penalties, source, target)
  }

  /// Points that numbers cost which are not the query's.
  var numbers: Int { penalties.numbers }

  /// Points that inline codes cost which are not the query's.
  var codes: Int { penalties.codes }

  /// What the shapes of a segment cost at least.
  func table(of segment: IndexSegment) -> ShapeTable {
    if let known = tables[ObjectIdentifier(segment)] { return known.table }
    // Old segments go when their memory has moved on.
    if tables.count >= 64 { tables = [:] }
    let table = ShapeTable(segment.shapes.map(points))
    tables[ObjectIdentifier(segment)] = (segment, table)
    return table
  }

  /// What each variant of a shape costs at least. Small segments have the same few shapes.
  private func points(of shape: UnitShape) -> [Int?] {
    if let known = points[shape] { return known }
    let least = shape.languages.indices.map {
      penalties.least(of: shape, at: $0, from: source, to: target)
    }
    points[shape] = least
    return least
  }
}

/// The least penalty of each variant of each shape of a segment.
struct ShapeTable {
  private let starts: [Int]
  private let points: [Int?]
  /// The least of all; `nil` when no variant can answer.
  let least: Int?

  init(_ shapes: [[Int?]]) {
    var starts = [0]
    for shape in shapes { starts.append(starts[starts.count - 1] + shape.count) }
    (self.starts, points) = (starts, shapes.flatMap { $0 })
    least = shapes.count >= Int(UInt16.max) ? 0 : points.compactMap { $0 }.min()
  }

  /// `nil` when the variant is not in the language asked for or has nothing to answer with.
  subscript(shape: UInt16, position: UInt16) -> Int? {
    // Shapes and positions beyond what the index can tell are taken for the best.
    if shape == .max || position == .max { return 0 }
    let place = starts[Int(shape)] + Int(position)
    return place < starts[Int(shape) + 1] ? points[place] : nil
  }
}

extension Penalties {
  /// Points that a match with a variant of such a unit loses at least; `nil` when it is in another
  /// language than `source` or the unit has no variant to offer.
  func least(
    of shape: UnitShape, at position: Int, from source: LanguageTag, to target: LanguageTag?
  ) -> Int? {
    let language = shape.languages[position]
    guard source.matches(language) else { return nil }
    let offered = shape.languages.indices.filter { index in
      index != position
        && (target?.matches(shape.languages[index])
          ?? (shape.languages[index].language != source.language))
    }
    let away = offered.map { index in
      target.map { RegionalVariant.isAtHome(shape.languages[index], for: $0) } ?? true
        ? 0 : foreignVariant
    }
    guard let best = away.min() else { return nil }
    return best + (RegionalVariant.isAtHome(language, for: source) ? 0 : foreignVariant)
      + (shape.isClaim ? claim : 0) + (shape.isPartial ? partial : 0)
      + (shape.isUnreviewed ? unreviewed : 0) + (memory?.points ?? 0)
  }
}

public import BitextModel

extension AlignmentFile {
  /// The file's units, each variant of a translation with the texts before and after it in its document,
  /// by which a memory tells a context match: memoQ's `x-context-pre` and `x-context-post`, empty at
  /// the document's ends. Page furniture and blank lines are no neighbours.
  public var unitsInContext: [TranslationUnit] {
    let sides = [source, target]
    let speaking = sides.map { side in
      side.segments.indices.filter {
        side.segments[$0].kind != .boilerplate && !side.texts[$0].isEmpty
      }
    }
    return units.map { unit in
      guard unit.link?.relation == .translation else { return unit }
      var unit = unit
      for (index, side) in sides.enumerated() where index < unit.variants.count {
        guard let origin = unit.variants[index].origin, let first = origin.segments.first,
          let last = origin.segments.last
        else { continue }
        // Ascending: the neighbours are found by halving.
        let before = speaking[index].partitioningIndex { $0 >= first } - 1
        let after = speaking[index].partitioningIndex { $0 > last }
        let following = after < speaking[index].count ? side.texts[speaking[index][after]] : ""
        unit.variants[index].properties += [
          Property("x-context-pre", before < 0 ? "" : side.texts[speaking[index][before]]),
          Property("x-context-post", following),
        ]
      }
      return unit
    }
  }
}

extension [Int] {
  /// The first place whose number is one of those that end the list.
  fileprivate func partitioningIndex(where belongs: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

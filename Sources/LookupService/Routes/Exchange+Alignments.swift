/// The parameters of every route on one alignment.
extension [Operation.Parameter] {
  static let alignment: [Operation.Parameter] = [
    .init("id", "The alignment.", isRequired: true), .alignedMemory,
  ]
}

extension Operation.Parameter {
  static let alignedMemory = Operation.Parameter(
    "memory", "The memory that it is for; may be left out where there is one alone.")
}

extension Exchange {
  func shelf() throws(Problem) -> AlignmentShelf {
    guard let shelf = service.alignments else {
      throw Problem(.notOffered, "This service keeps no alignments.")
    }
    return shelf
  }

  func alignmentID() throws(Problem) -> AlignmentShelf.ID {
    guard let id = AlignmentShelf.ID(try parameter("id")) else {
      throw Problem(.notFound, "There is no alignment of that name.")
    }
    return id
  }

  func alignment(for right: Scope) throws(Problem) -> ServedAlignment {
    ServedAlignment(
      id: try alignmentID(), memory: try memory(for: right), shelf: try shelf(),
      lexicons: service.lexicons)
  }
}

internal import BitextToolkit

extension Exchange {
  /// Memories that the sender may do so much with, in their order.
  func memories(for scope: Scope) -> [ServedMemory] {
    service.memories.all.filter { grant.allows(scope, on: $0.name) }
  }

  /// The memory that the request names by `memory`; the only one where it names none.
  ///
  /// - Throws: `Problem`: there is none of that name, or the sender may not. Of one that they may not
  ///   even read, they do not learn whether it is there.
  func memory(for scope: Scope, named name: String? = nil) throws(Problem) -> ServedMemory {
    let readable = memories(for: .read)
    var names: String { readable.map(\.name).joined(separator: ", ") }
    let chosen: ServedMemory
    if let name = name ?? value("memory") {
      guard let named = readable.first(where: { $0.name == name }) else {
        throw Problem(.notFound, "There is no memory of that name. There are: \(names).")
      }
      chosen = named
    } else {
      guard readable.count == 1, let only = readable.first else {
        throw Problem(.badValue, "Say which memory with “memory”: one of \(names).")
      }
      chosen = only
    }
    guard grant.allows(scope, on: chosen.name) else {
      throw Problem(.forbidden, "It takes a token with the scope \(scope.rawValue).")
    }
    guard scope == .read || chosen.isWritable else {
      throw Problem(.notOffered, "The memory is served to be read only.")
    }
    return chosen
  }

  /// Does what computes or reads for milliseconds.
  func quickly<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws
    -> Result
  {
    try await service.quick.run(within: .seconds(service.settings.limits.seconds), body)
  }

  /// Answers from a memory, in a state of it that may serve others as well.
  func quickly<Result: Sendable>(
    in memory: ServedMemory, _ body: @escaping @Sendable (OpenedMemory) throws -> Result
  ) async throws -> Result {
    try await memory.reads.run(
      on: service.quick, within: .seconds(service.settings.limits.seconds), body)
  }

  /// Does what takes seconds.
  func slowly<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws
    -> Result
  {
    try await service.long.run(within: .seconds(service.settings.limits.longSeconds), body)
  }
}

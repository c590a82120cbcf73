internal import Foundation
internal import Logging

/// What all requests share.
struct ServiceParts: Sendable {
  let settings: ServiceSettings
  let memories: ServedMemories
  let metrics = ServiceMetrics()
  let door: Doorkeeper
  let rate: RateLimit
  let lexicons = LexiconShelf()
  /// `nil` on a service that keeps none.
  let alignments: AlignmentShelf?
  /// For lookups and the like: as many threads as there are cores.
  let quick: WorkPool
  /// For what takes seconds: alignments, files.
  let long: WorkPool
  let logger: Logger

  init(_ settings: ServiceSettings, logger: Logger) throws {
    self.settings = settings
    self.logger = logger
    door = try Doorkeeper(settings)
    rate = RateLimit(rate: settings.limits.rate)
    alignments = settings.alignmentFolder.map(AlignmentShelf.init)
    memories = try ServedMemories(settings.memories, isReadOnly: settings.isReadOnly)
    let cores = ProcessInfo.processInfo.activeProcessorCount
    quick = WorkPool("lookup", threads: max(2, cores), waiting: settings.limits.waiting)
    long = WorkPool("long", threads: max(2, cores / 2), waiting: 32)
  }
}

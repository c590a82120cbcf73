internal import Hummingbird
internal import Logging
internal import NIOCore
internal import UnixSignals

/// A server of translation memories: an API, protocols of existing clients, and pages.
public struct LookupService: Sendable {
  private let parts: ServiceParts

  /// Opens what is to be served.
  ///
  /// - Throws: `InputFault` for a memory that cannot be opened, or settings that are not safe.
  public init(_ settings: ServiceSettings) throws {
    let level = Logger.Level(rawValue: settings.logLevel) ?? .info
    let logger = Logger(label: "bitext") { _ in RecordLogHandler(logLevel: level) }
    parts = try ServiceParts(settings, logger: logger)
  }

  /// Serves until the process is told to end, and then finishes what is in flight.
  ///
  /// - Parameters:
  ///   - endsOnSignals: Whether SIGTERM and SIGINT end it; a cancelled task does in any case.
  ///   - onReady: Told the port as soon as connections are taken.
  public func run(
    endsOnSignals: Bool = true, onReady: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
  ) async throws {
    let settings = parts.settings
    let application = Application(
      responder: ServiceResponder(parts: parts, table: .all),
      server: .http1(
        configuration: .init(idleTimeout: .seconds(Int64(settings.limits.seconds)))),
      configuration: .init(
        address: .hostname(settings.host, port: settings.port), serverName: nil),
      onServerRunning: { channel in await onReady(channel.localAddress?.port ?? 0) },
      logger: parts.logger)
    let signals: [UnixSignal] = endsOnSignals ? [.sigterm, .sigint] : []
    try await application.runService(gracefulShutdownSignals: signals)
  }
}

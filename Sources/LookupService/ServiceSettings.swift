/// What a service is told: where to listen, what to serve, how much to take.
public struct ServiceSettings: Sendable, Hashable {
  /// An address or a name; only this machine reaches the default.
  public var host = "127.0.0.1"
  /// 0 takes any free one.
  public var port = 8765
  /// Names or paths of memories, in the order in which they are listed and searched.
  public var memories: [String]
  /// Whether nobody may change anything, whatever their token says.
  public var isReadOnly = false
  /// Where the hashes of the tokens are; `nil` for a service that asks for none.
  public var tokenFile: String?
  /// Where alignments under review are kept; `nil` keeps none.
  public var alignmentFolder: String?
  /// Names by which browsers may call the service, besides the loopback's own.
  public var hostNames: [String] = []
  public var limits = ServiceLimits()
  /// The least grave message that is logged: trace, debug, info, notice, warning, error.
  public var logLevel = "info"
  /// The program with its version: `bitext 0.1.0`.
  public var tool: String

  public init(memories: [String], tool: String) {
    (self.memories, self.tool) = (memories, tool)
  }

  /// The version alone.
  var version: String { String(tool.split(separator: " ").last ?? "") }

  /// Whether only this machine can reach the address.
  public var isLoopback: Bool {
    host == "localhost" || host == "::1" || host.hasPrefix("127.")
  }
}

/// How much one service takes on, so that no client can use it up for the others.
public struct ServiceLimits: Sendable, Hashable {
  /// Bytes of a request that is read into memory: JSON, a form, a batch.
  public var body = 4 << 20
  /// Bytes of a file that is brought in.
  public var upload = 1 << 30
  /// UTF-8 bytes of one sentence or phrase to be looked up.
  public var query = 10_000
  /// Sentences of one batch.
  public var batch = 10_000
  /// UTF-8 bytes of the two texts of one alignment, together.
  public var document = 2 << 20
  /// Matches or hits of one answer.
  public var results = 1000
  /// Requests that wait for a thread; what comes beyond is told to come again.
  public var waiting = 1000
  /// Requests a second from one client, with bursts of ten times as many; 0 sets no limit.
  public var rate = 0
  /// Seconds for a request to arrive, and for its answer to be worked out.
  public var seconds = 30
  /// Seconds for a file to arrive or to leave, and for an alignment.
  public var longSeconds = 600

  public init() {}
}

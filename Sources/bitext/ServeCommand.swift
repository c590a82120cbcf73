internal import ArgumentParser
internal import BitextToolkit
internal import Foundation
internal import LookupService

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Answer lookups over HTTP, for programs and in the browser.",
    discussion: """
      Only this machine reaches it, unless --host says otherwise; then everybody needs a token. \
      Ctrl-C ends it; what is in flight is finished first. A flag goes before an environment \
      variable (BITEXT_PORT), and that before a line of the file (port = 9000).

      EXAMPLES
        bitext serve news
        bitext serve news ./team.bitext --port 9000
        curl 'http://127.0.0.1:8765/v1/lookup?q=Congress+must+release+the+funds.'
        bitext serve --new-token anna --scope write:news --scope read
        bitext serve --list-tokens
        bitext serve --config /etc/bitext/service.conf
      """)

  @Option(help: "The port; 0 takes any free one. (default: 8765)")
  var port: Int?

  @Option(help: "The address to listen at. (default: 127.0.0.1)")
  var host: String?

  @Option(help: "A name by which browsers may call the service. Repeatable.")
  var hostName: [String] = []

  @Flag(help: "Nobody may change anything.")
  var readOnly = false

  @Option(help: "Where alignments under review are kept.")
  var alignments: String?

  @Option(
    help: ArgumentHelp("Another limit, such as body=1000000. Repeatable.", valueName: "NAME=N"))
  var limit: [String] = []

  @Option(help: "What to log: debug, info, warning, error. (default: info)")
  var logLevel: String?

  @Option(help: "A file of settings, a line each.")
  var config: String?

  @OptionGroup(title: "Tokens") var tokens: TokenOptions

  @Argument(help: "The memories: names, or paths with a slash.")
  var memories: [String] = []

  func run() async throws {
    if try tokens.run() { return }
    var settings = try ServiceConfiguration.settings(
      flags: try flags(), environment: ProcessInfo.processInfo.environment, file: config,
      tool: Version.tool)
    if !memories.isEmpty { settings.memories = memories }
    guard !settings.memories.isEmpty else {
      throw InputFault("serve", "no memory named", remedy: "Name one: bitext serve news")
    }
    let service = try LookupService(settings)
    Interruption.handOver()
    try await service.run { [host = settings.host] port in
      Console.note("serving at http://\(host):\(port)/ (Ctrl-C ends it)")
    }
  }

  private func flags() throws -> [(name: String, text: String)] {
    var flags: [(name: String, text: String)] = []
    if let port { flags.append(("port", String(port))) }
    if let host { flags.append(("host", host)) }
    if !hostName.isEmpty { flags.append(("host-names", hostName.joined(separator: ","))) }
    if readOnly { flags.append(("read-only", "true")) }
    if let alignments { flags.append(("alignments", alignments)) }
    if let logLevel { flags.append(("log-level", logLevel)) }
    if let file = tokens.tokenFile { flags.append(("token-file", file)) }
    for entry in limit {
      let sides = entry.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else { throw ValidationError("--limit takes NAME=N: body=1000000") }
      flags.append(("limit-\(sides[0])", String(sides[1])))
    }
    return flags
  }
}

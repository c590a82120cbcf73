internal import BitextToolkit
internal import HTTPTypes

/// The pages for people: each is a template in `Assets/` and a view made of the records that the API
/// answers with.
enum PageRoutes {
  static let routes = [
    Route(
      .get, "/", .scope(.read),
      Operation("pages", "lookupPage", "The page for lookups.", answer: [.init("text/html")])
    ) { exchange in
      var record: LookupRecord?
      if exchange.value("q") != nil {
        let lookup = try MemoryLookup(exchange)
        let request = LookupRequest(text: try exchange.text("q"))
        record = try await exchange.quickly { try lookup.record(for: request) }
      }
      let view = LookupPage(
        memories: exchange.memories(for: .read).map(\.name), query: exchange.value("q") ?? "",
        record: record)
      return Answer.html(Pages.shared.render("lookup", title: "Lookup", view))
    }
  ]
}

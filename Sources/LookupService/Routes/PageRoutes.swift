internal import BitextToolkit
internal import HTTPTypes
internal import Hummingbird

/// The pages that look something up: each is a template in `Assets/` and a view made of the records that
/// the API answers with.
enum PageRoutes {
  private static let html = [Operation.Content("text/html")]

  static let routes: [Route] = [
    Route(
      .get, "/", .scope(.read),
      Operation("pages", "lookupPage", "The page for lookups.", answer: html)
    ) { exchange in
      let words = exchange.words
      let shown = try await exchange.quickly { try ShownMemories(exchange, words: words) }
      var record: LookupRecord?
      let text = (exchange.value("q") ?? "").trimmingPrefix(while: \.isWhitespace)
      if !text.isEmpty {
        let lookup = try MemoryLookup(exchange, memory: shown.chosen)
        let request = LookupRequest(
          text: try exchange.checked(
            String(text), "q", atMost: exchange.service.settings.limits.query))
        record = try await lookup.record(for: request, exchange)
      }
      let minimum = try exchange.integer("min", default: 70, in: 1...100)
      return exchange.page(
        "lookup", title: words["lookup_title"], tab: .lookup,
        LookupPage(shown, words: words, query: String(text), minimum: minimum, record: record))
    },
    Route(
      .get, "/concordance", .scope(.read),
      Operation("pages", "concordancePage", "The page for words and phrases.", answer: html)
    ) { exchange in
      let words = exchange.words
      let shown = try await exchange.quickly { try ShownMemories(exchange, words: words) }
      var record: ConcordancePageRecord?
      if exchange.value("q") != nil {
        let search = try ConcordanceSearch(exchange, memory: shown.chosen)
        record = try await exchange.quickly { try search.page() }
      }
      let skipped = try exchange.integer("skipped", default: 0, in: 0...Int(Int32.max))
      return exchange.page(
        "concordance", title: words["concordance_title"], tab: .concordance,
        ConcordancePage(
          shown, words: words, query: exchange.value("q") ?? "", side: exchange.value("side"),
          skipped: skipped, record: record))
    },
    Route(
      .get, "/units/{id}", .scope(.read),
      Operation(
        "pages", "unitPage", "A unit, and where it comes from.",
        parameters: [
          .init("id", "The unit.", isRequired: true),
          .init("memory", "Its memory; may be left out where there is one alone."),
        ], answer: html, problems: [.notFound])
    ) { exchange in
      let (words, served, id) = (
        exchange.words, try exchange.memory(for: .read), try exchange.unitID()
      )
      let shelf = exchange.service.alignments
      let view = try await exchange.quickly {
        let found = try served.memory.read { snapshot in
          (unit: try snapshot.unit(id), addition: try snapshot.addition(of: id))
        }
        guard let unit = found.unit else { throw UnitProblems.problem(.missing) }
        let files = shelf.map { shelf in
          shelf.all(of: served.name).compactMap { try? shelf.project($0, of: served.name).file }
        }
        return UnitPage(
          id, unit, addition: found.addition, memory: served.name, files: files ?? [],
          words: words)
      }
      return exchange.page("unit", title: words["unit_title"], tab: .none, view)
    },
  ]
}

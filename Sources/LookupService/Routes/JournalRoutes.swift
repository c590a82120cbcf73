internal import BitextToolkit
internal import HTTPTypes

/// What was done, and the way back.
enum JournalRoutes {
  private static let memory = Operation.Parameter(
    "memory", "The memory; may be left out where there is one alone.")

  static let routes: [Route] = [
    Route(
      .get, "/v1/journal", .scope(.write),
      Operation(
        "units", "journal", "Removals and changes that can be undone, the last first.",
        parameters: [
          memory, .init("limit", "The most entries, by default 20.", .integer(1...1000)),
        ],
        answer: [.json("Journal")])
    ) { exchange in
      let served = try exchange.memory(for: .write)
      let limit = try exchange.integer("limit", default: 20, in: 1...1000)
      return try Answer.json(
        try await exchange.quickly {
          JournalRecord(
            entries: try served.memory.journal(limit: limit).map {
              JournalRecord.Entry(at: $0.at, what: $0.what, units: $0.units)
            })
        })
    },
    Route(
      .post, "/v1/journal/undo", .scope(.admin),
      Operation(
        "units", "undo", "Takes back the last removal or change, whoever did it.",
        parameters: [memory], answer: [.json("Undone")], problems: [.notFound])
    ) { exchange in
      let served = try exchange.memory(for: .admin)
      guard let count = try await served.write({ try $0.undoRemoval() }) else {
        throw Problem(.notFound, "There is nothing left to undo.")
      }
      return try Answer.json(["v": 1, "units": count])
    },
  ]
}

struct JournalRecord: Sendable, Encodable {
  struct Entry: Sendable, Encodable {
    let at, what: String
    let units: Int
  }

  let v = 1
  let entries: [Entry]
}

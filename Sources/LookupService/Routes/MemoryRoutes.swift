internal import BitextToolkit
internal import HTTPTypes

/// What there is to search.
enum MemoryRoutes {
  static let routes: [Route] = [
    Route(
      .get, "/v1/memories", .scope(.read),
      Operation(
        "memories", "listMemories", "The memories, with their languages and sizes.",
        answer: [.json("MemoryList")])
    ) { exchange in
      let memories = exchange.memories(for: .read)
      let scopes = memories.map { served in
        Scope.allCases.last {
          exchange.grant.allows($0, on: served.name) && ($0 == .read || served.isWritable)
        }
      }
      return try Answer.json(
        try await exchange.quickly {
          MemoryListRecord(
            memories: try zip(memories, scopes).map { served, scope in
              try served.memory.read {
                try MemoryListRecord.Entry(served.name, $0, scope: scope ?? .read)
              }
            })
        })
    }
  ]
}

/// The memories of a service, as `/v1/memories` and the pages show them.
struct MemoryListRecord: Sendable, Hashable, Encodable {
  struct Entry: Sendable, Hashable, Encodable {
    struct Language: Sendable, Hashable, Encodable {
      let language: LanguageTag
      /// How many texts it has in that language.
      let variants: Int
    }

    let name: String
    let units: Int
    let languages: [Language]
    /// The most that the one who asked may do.
    let scope: Scope

    init(_ name: String, _ snapshot: MemorySnapshot, scope: Scope) throws {
      (self.name, self.scope) = (name, scope)
      units = try snapshot.unitCount
      languages = try snapshot.languages.sorted { $0.key < $1.key }.map {
        Language(language: $0.key, variants: $0.value)
      }
    }
  }

  let v = 1
  let memories: [Entry]
}

import Testing

@Suite struct UnitRouteTests {
  private static let units = [("Die Tür ist zu.", "The door is shut.")]

  private static let unit = """
    {"variants":[{"language":"de","content":"Guten Morgen."},{"language":"en","content":"Good morning."}]}
    """

  @Test func addsChangesAndRemoves() async throws {
    try await RunningService.with(units: Self.units) { service in
      let client = service.client
      let added = try await client.post("/v1/units", Self.unit)
      #expect(added.status == 201)
      let path = try #require(added.headers["location"])
      let tag = try #require(added.headers["etag"])
      // The same unit again is the same unit.
      #expect(try await client.post("/v1/units", Self.unit).status == 200)

      let patch =
        #"{"variants":[{"language":"de","content":"Guten Abend."},{"language":"en","content":"Good evening."}]}"#
      let changed = try await client.send(
        "PATCH", path,
        headers: ["Content-Type": "application/merge-patch+json", "If-Match": tag], body: patch)
      #expect(changed.status == 200)
      #expect(changed.headers["etag"] != tag)
      // Whoever has seen the old one is told.
      let late = try await client.send(
        "PATCH", path,
        headers: ["Content-Type": "application/merge-patch+json", "If-Match": tag], body: patch)
      #expect(late.status == 412)
      let found = try await client.get("/v1/lookup?q=Guten+Abend.&from=de")
      #expect(found.text.contains("Good evening."))
      #expect(
        try await client.get("/v1/lookup?q=Guten+Morgen.&from=de&min=90").text.contains(
          #""matches":[]"#))

      #expect(try await client.send("DELETE", path, headers: ["If-Match": tag]).status == 412)
      #expect(try await client.send("DELETE", path).status == 204)
      #expect(try await client.get(path).status == 404)
      let journal = try await client.get("/v1/journal")
      #expect((journal.object["entries"] as? [Any])?.count == 2)
      // The removal is taken back, then the change.
      #expect(try await client.send("POST", "/v1/journal/undo").status == 200)
      #expect(try await client.get(path).text.contains("Guten Abend."))
      #expect(try await client.send("POST", "/v1/journal/undo").status == 200)
      #expect(try await client.get(path).text.contains("Guten Morgen."))
      #expect(
        try await client.get("/v1/lookup?q=Guten+Morgen.&from=de").text.contains("Good morning."))
      #expect(try await client.send("POST", "/v1/journal/undo").status == 404)
      let languages = try await client.get("/v1/memories")
      #expect(languages.text.contains(#"{"language":"de","variants":2}"#))
    }
  }

  @Test(arguments: [
    (#"{"variants":[{"language":"de","content":"Eins."}]}"#, 422),
    (#"{"variants":[{"language":"de","content":" "},{"language":"en","content":"One."}]}"#, 422),
    (#"{"variants":[{"language":"d","content":"Eins."},{"language":"en","content":"One."}]}"#, 400),
    (#"{"variants":1}"#, 400),
    (#"{}"#, 400),
    (#"nothing"#, 400),
    ("", 400),
  ])
  func refusesWithAReason(body: String, status: Int) async throws {
    try await RunningService.with { service in
      let answer = try await service.client.post("/v1/units", body)
      #expect(answer.status == status)
      #expect(answer.headers["content-type"] == "application/problem+json")
      #expect((answer.object["detail"] as? String)?.isEmpty == false)
    }
  }

  @Test func aDuplicateIsAConflict() async throws {
    try await RunningService.with(units: Self.units) { service in
      let added = try await service.client.post("/v1/units", Self.unit)
      let path = try #require(added.headers["location"])
      let patch =
        #"{"variants":[{"language":"de","content":"Die Tür ist zu."},{"language":"en","content":"The door is shut."}]}"#
      let answer = try await service.client.send(
        "PATCH", path, headers: ["Content-Type": "application/merge-patch+json"], body: patch)
      #expect(answer.status == 409)
    }
  }

  @Test func writersAndReadersLoseNothing() async throws {
    try await RunningService.with(units: Self.units) { service in
      let client = service.client
      try await withThrowingTaskGroup(of: Void.self) { group in
        for writer in 0..<20 {
          group.addTask {
            for number in 0..<10 {
              let body = """
                {"variants":[{"language":"de","content":"Satz \(writer) \(number)."},\
                {"language":"en","content":"Sentence \(writer) \(number)."}]}
                """
              let added = try await client.post("/v1/units", body)
              #expect(added.status == 201)
            }
          }
          group.addTask {
            for _ in 0..<10 {
              let answer = try await client.get("/v1/lookup?q=Die+T%C3%BCr+ist+zu.&from=de")
              #expect(answer.text.contains("The door is shut."))
            }
          }
        }
        try await group.waitForAll()
      }
      let memories = try await client.get("/v1/memories")
      #expect(memories.text.contains(#""units":201"#))
      let last = try await client.get("/v1/lookup?q=Satz+19+9.&from=de&min=100")
      #expect(last.text.contains("Sentence 19 9."))
    }
  }
}

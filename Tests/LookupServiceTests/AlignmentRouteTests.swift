import LookupService
import TestSupport
import Testing

@Suite struct AlignmentRouteTests {
  /// Two lines that translate each other, and one that has no counterpart.
  private static let pair = """
    {"source":{"name":"a.txt","lang":"de","segments":["Am 12. Mai 1999 kam Angela Merkel nach Bonn.","Es regnete in Hamburg 48 Stunden."]},\
    "target":{"name":"b.txt","lang":"en","segments":["On 12 May 1999 Angela Merkel came to Bonn.","It rained in Hamburg for 48 hours."]},\
    "mode":"parallel"}
    """

  private static func with(_ body: (HTTPClient) async throws -> Void) async throws {
    try await RunningService.with { settings, folder in
      settings.alignmentFolder = folder.path("alignments")
    } _: { service in
      try await body(service.client)
    }
  }

  @Test func reviewsStepByStep() async throws {
    try await Self.with { client in
      let made = try await client.post("/v1/alignments", Self.pair)
      #expect(made.status == 201)
      let path = try #require(made.headers["location"])
      let tag = try #require(made.headers["etag"])
      #expect((made.object["links"] as? [Any])?.count == 2)

      let accept = #"{"op":"accept","source":[0],"target":[0]}"#
      let blind = try await client.post(path + "/operations", accept)
      #expect(blind.status == 428)
      let done = try await client.post(
        path + "/operations", accept, headers: ["If-Match": tag])
      #expect(done.status == 200)
      #expect(done.text.contains(#""status":"accepted""#))
      let second = try await client.post(
        path + "/operations", #"{"op":"reject","source":[1],"target":[1]}"#,
        headers: ["If-Match": tag])
      #expect(second.status == 412)
      let newTag = try #require(done.headers["etag"])
      let none = try await client.post(
        path + "/operations", #"{"op":"accept","source":[0],"target":[1]}"#,
        headers: ["If-Match": newTag])
      #expect(none.status == 409)

      let units = try await client.send("POST", path + "/units?only=reviewed")
      #expect(units.object["added"] as? Int == 1)
      let found = try await client.get(
        "/v1/lookup?q=Am+12.+Mai+1999+kam+Angela+Merkel+nach+Bonn.&from=de")
      #expect(found.text.contains("came to Bonn"))

      let coverage = try await client.get(path + "/coverage")
      #expect(coverage.status == 200)
      let realigned = try await client.post(
        path + "/operations", #"{"op":"realign"}"#, headers: ["If-Match": "*"])
      #expect(realigned.text.contains(#""status":"accepted""#))
      let undone = try await client.post(
        path + "/operations", #"{"op":"undo"}"#, headers: ["If-Match": "*"])
      #expect(undone.status == 200)
      let lines = try await client.get(path, headers: ["Accept": "application/x-ndjson"])
      #expect(lines.text.hasPrefix(#"{"v":1,"type":"header""#))
      #expect(try await client.get("/v1/alignments").text.contains(#""decided":"#))
      #expect(try await client.send("DELETE", path).status == 204)
      #expect(try await client.get(path).status == 404)
    }
  }

  @Test(arguments: [
    "/v1/alignments/..%2F..%2Fnews", "/v1/alignments/0000000000000000", "/v1/alignments/%2e%2e",
  ])
  func namesLeadNowhere(path: String) async throws {
    try await Self.with { client in
      let answer = try await client.get(path)
      #expect(answer.status == 404)
    }
  }

  @Test func textsAreCutAndPaired() async throws {
    try await Self.with { client in
      let cut = try await client.post("/v1/segment", #"{"lang":"en","text":"One. Two."}"#)
      #expect((cut.object["segments"] as? [Any])?.count == 2)
      let aligned = try await client.post("/v1/align", Self.pair)
      #expect((aligned.object["links"] as? [Any])?.count == 2)
      let coverage = try await client.post("/v1/coverage", Self.pair)
      #expect(coverage.object["mutual"] != nil)
      let vague = try await client.post("/v1/align", #"{"source":{},"target":{}}"#)
      #expect([400, 422].contains(vague.status))
    }
  }
}

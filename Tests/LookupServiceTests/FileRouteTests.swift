import BitextToolkit
import Testing

@Suite struct FileRouteTests {
  private static let tmx = """
    <?xml version="1.0" encoding="UTF-8"?>
    <tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" \
    o-tmf="t" adminlang="en" srclang="de" datatype="plaintext"/><body>
    <tu><tuv xml:lang="de"><seg>Eins und zwei.</seg></tuv><tuv xml:lang="en"><seg>One and two.</seg></tuv></tu>
    </body></tmx>
    """

  @Test func takesAndGivesFiles() async throws {
    try await RunningService.with { service in
      let client = service.client
      let first = try await client.post(
        "/v1/imports?name=a.tmx", Self.tmx, type: "application/x-tmx+xml")
      #expect(first.object["added"] as? Int == 1)
      let again = try await client.post(
        "/v1/imports?name=a.tmx", Self.tmx, type: "application/octet-stream")
      #expect(again.object["known"] as? Int == 1)
      let tmx = try await client.get("/v1/export")
      #expect(tmx.status == 200)
      #expect(tmx.headers["content-disposition"] == "attachment; filename=\"news.tmx\"")
      #expect(tmx.text.contains("One and two."))
      let tsv = try await client.get("/v1/export?format=tsv&from=de&to=en")
      #expect(tsv.text.contains("Eins und zwei.\tOne and two."))
    }
  }

  @Test(arguments: [
    ("/v1/imports?name=a.tmx", "<tmx", "application/xml", 422),
    ("/v1/imports?name=a.tmx", "", "application/xml", 422),
    ("/v1/imports?name=a.tsv", "a\tb\n", "text/tab-separated-values", 422),
    ("/v1/imports?name=a.tmx", "<tmx", "text/plain", 415),
    ("/v1/imports", "<tmx", "application/xml", 400),
    ("/v1/imports?name=a&format=exe", "<tmx", "application/xml", 400),
  ])
  func refusesWithAReason(path: String, body: String, type: String, status: Int) async throws {
    try await RunningService.with { service in
      let answer = try await service.client.post(path, body, type: type)
      #expect(answer.status == status)
      #expect(!answer.text.contains("/tmp/"))
    }
  }

  @Test func exportsAreWhole() async throws {
    let units = (0..<3000).map { ("Satz Nummer \($0).", "Sentence number \($0).") }
    try await RunningService.with(units: units) { service in
      let answer = try await service.client.get("/v1/export?format=jsonl")
      #expect(answer.text.split(separator: "\n").count { $0.contains("Sentence number") } == 3000)
    }
  }
}

import BitextToolkit
import Foundation
import LookupService
import TestSupport
import Testing

/// The pages, asked for as a browser without script asks for them.
@Suite struct PageTests {
  private static let german =
    "Am 12. Mai 1999 kam Angela Merkel nach Bonn. Es regnete in Hamburg 48 Stunden."
  private static let english =
    "On 12 May 1999 Angela Merkel came to Bonn. It rained in Hamburg for 48 hours."

  private static func with(_ body: (HTTPClient) async throws -> Void) async throws {
    try await RunningService.with(units: [
      ("Der Rat tagt am Montag.", "The council meets on Monday."),
      ("Die Räte <tagten> lange & laut.", "The councils met long and loudly."),
    ]) { settings, folder in
      settings.alignmentFolder = folder.path("alignments")
    } _: { service in
      try await body(service.client)
    }
  }

  /// A form with texts in place of files.
  private static func upload(_ client: HTTPClient, _ fields: [(String, String)]) async throws
    -> HTTPClient.Answer
  {
    let parts = fields.map { name, value in
      let file = name.hasSuffix("File") ? "; filename=\"C:\\\\texte\\\\\(name).txt\"" : ""
      return "--x9\r\nContent-Disposition: form-data; name=\"\(name)\"\(file)\r\n\r\n\(value)\r\n"
    }
    return try await client.send(
      "POST", "/alignments", headers: ["Content-Type": "multipart/form-data; boundary=x9"],
      body: parts.joined() + "--x9--\r\n")
  }

  private static func press(
    _ client: HTTPClient, _ path: String, _ fields: [(String, String)]
  ) async throws -> HTTPClient.Answer {
    let body = fields.map { name, value in
      "\(name)=\(value.replacingOccurrences(of: "+", with: "%2B"))"
    }.joined(separator: "&")
    let place = path.split(separator: "?").map(String.init)
    return try await client.send(
      "POST", "\(place[0])/operations?\(place[1])",
      headers: ["Content-Type": "application/x-www-form-urlencoded"], body: body)
  }

  /// The value of the first hidden field of a name.
  private static func hidden(_ name: String, in page: String) throws -> String {
    let field = try #require(page.firstRange(of: "name=\"\(name)\" value=\""))
    return String(page[field.upperBound...].prefix { $0 != "\"" })
  }

  @Test func looksASentenceUp() async throws {
    try await Self.with { client in
      let page = try await client.get("/?q=Der+Rat+tagt+am+Dienstag.&min=50")
      #expect(page.status == 200)
      #expect(page.text.contains("<html lang=\"en\">"))
      #expect(page.text.contains("The council meets on Monday."))
      #expect(page.text.contains("<del"))
      #expect(page.text.contains("1 match"))
      // What stands in a memory is text, whatever it looks like.
      let odd = try await client.get("/?q=Die+R%C3%A4te+tagten+lange.&min=30")
      #expect(odd.text.contains("&lt;"))
      #expect(!odd.text.contains("<tagten>"))
      let nothing = try await client.get("/?q=Bananen+schmecken+gut.")
      #expect(nothing.text.contains("Nothing in this memory is alike."))
    }
  }

  @Test(arguments: [
    ("/", "de-AT,de;q=0.9,en;q=0.5", "de"), ("/", "fr,en;q=0.5,de;q=0.2", "en"), ("/", "", "en"),
    ("/?lang=de", "en", "de"), ("/concordance", "de", "de"), ("/alignments", "de", "de"),
  ])
  func speaksTheReadersLanguage(path: String, accepted: String, language: String) async throws {
    try await Self.with { client in
      let page = try await client.get(path, headers: ["Accept-Language": accepted])
      #expect(page.status == 200)
      #expect(page.text.contains("<html lang=\"\(language)\">"))
    }
  }

  @Test func findsWordsAndShowsWhereAUnitComesFrom() async throws {
    try await Self.with { client in
      let page = try await client.get("/concordance?q=Rat*")
      #expect(page.text.contains("<mark>Rat</mark>"))
      #expect(page.text.contains("1 unit"))
      let unit = try await client.get("/units/1?memory=news")
      #expect(unit.status == 200)
      #expect(unit.text.contains("The council meets on Monday."))
      let none = try await client.get("/units/99?memory=news", headers: ["Accept-Language": "de"])
      #expect(none.status == 404)
      #expect(none.text.contains("Das ging nicht"))
    }
  }

  @Test func leadsFromTwoTextsToAReviewedTMX() async throws {
    try await Self.with { client in
      let sent = try await Self.upload(
        client,
        [
          ("sourceFile", Self.german), ("targetText", Self.english), ("from", "de"), ("to", "en"),
          ("mode", "parallel"),
        ])
      #expect(sent.status == 303)
      let path = try #require(sent.headers["location"])
      let review = try await client.get(path)
      // A path that a browser sends is nobody's business.
      #expect(review.text.contains("<h1>sourceFile.txt"))
      #expect(review.text.contains("0 of 2 decided"))
      #expect(review.text.components(separatedBy: "class=\"row link").count == 3)

      let link = [
        ("version", try Self.hidden("version", in: review.text)), ("source", "0"), ("target", "0"),
      ]
      let accepted = try await Self.press(client, path, link + [("op", "accept")])
      #expect(accepted.status == 200)
      #expect(accepted.text.contains("1 of 2 decided"))
      // Whoever has not seen this yet does nothing.
      let late = try await Self.press(client, path, link + [("op", "reject")])
      #expect(late.text.contains("Somebody changed these links meanwhile."))
      #expect(late.text.contains("1 of 2 decided"))

      let version = ("version", try Self.hidden("version", in: accepted.text))
      let edited = try await Self.press(
        client, path,
        [
          version, ("source", "0"), ("target", "0"), ("op", "edit"),
          ("wordingSource", ""), ("wordingTarget", "Angela Merkel came to Bonn on 12 May 1999."),
        ])
      #expect(edited.text.contains("Angela Merkel came to Bonn on 12 May 1999."))
      let merged = try await Self.press(
        client, path,
        [
          ("version", try Self.hidden("version", in: edited.text)), ("source", "0"),
          ("target", "0"), ("nextSource", "1"), ("nextTarget", "1"), ("op", "merge"),
        ])
      #expect(merged.text.contains("1 of 1 decided"))
      let undone = try await Self.press(
        client, path, [("version", try Self.hidden("version", in: merged.text)), ("op", "undo")])
      #expect(undone.text.contains("1 of 2 decided"))
      let odd = try await Self.press(client, path, [("op", "link"), ("source", "1")])
      #expect(odd.text.contains("Tick sentences on both sides"))

      let tmx = try await client.get(
        path.replacingOccurrences(of: "?", with: "/tmx?only=reviewed&"))
      #expect(tmx.headers["content-disposition"]?.contains("attachment") == true)
      #expect(tmx.text.contains("<seg>Angela Merkel came to Bonn on 12 May 1999.</seg>"))
      #expect(!tmx.text.contains("Hamburg"))
      let place = path.split(separator: "?").map(String.init)
      let added = try await client.send(
        "POST", "\(place[0])/memory?\(place[1])",
        headers: ["Content-Type": "application/x-www-form-urlencoded"], body: "only=reviewed")
      #expect(added.text.contains("news: 1 units added, 0 were there already."))
      let found = try await client.get("/?q=Am+12.+Mai+1999+kam+Angela+Merkel+nach+Bonn.&from=de")
      #expect(found.text.contains("Angela Merkel came to Bonn on 12 May 1999."))
      let coverage = try await client.get(path.replacingOccurrences(of: "?", with: "/coverage?"))
      #expect(coverage.status == 200)
      #expect(coverage.text.contains("<svg"))
      #expect(try await client.get("/alignments?memory=news").text.contains("1 of 2 decided"))
    }
  }

  @Test func saysWhatIsWrongWithAText() async throws {
    try await Self.with { client in
      let missing = try await Self.upload(client, [("sourceText", Self.german), ("mode", "auto")])
      #expect(missing.text.contains("Second text: choose a file, or paste a text."))
      let language = try await Self.upload(
        client, [("sourceText", Self.german), ("targetText", Self.english), ("from", "german!")])
      #expect(language.text.contains("“german!” is no language"))
      let broken = try await client.send(
        "POST", "/alignments", headers: ["Content-Type": "multipart/form-data; boundary=x9"],
        body: "--x9\r\nContent-Disp")
      #expect(broken.status == 400)
      let foreign = try await client.send(
        "POST", "/alignments",
        headers: [
          "Content-Type": "multipart/form-data; boundary=x9", "Origin": "https://evil.example",
        ], body: "")
      #expect(foreign.status == 403)
    }
  }

  /// No page says a name where it should say a text, in either language.
  @Test func hasEveryTextInBothLanguages() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/LookupService/Assets")
    let names = { (file: String) throws in
      Set(
        try String(contentsOf: folder.appending(path: file), encoding: .utf8)
          .split(separator: "\n").compactMap { $0.components(separatedBy: " = ").first })
    }
    let (german, english) = (try names("words.de.txt"), try names("words.en.txt"))
    #expect(german == english)
    let templates = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".mustache") }
    #expect(templates.count >= 7)
    for template in templates {
      let text = try String(contentsOf: folder.appending(path: template), encoding: .utf8)
      for used in text.matches(of: /\{\{t\.(\w+)\}\}/) {
        #expect(english.contains(String(used.output.1)), "\(template) says \(used.output.1)")
      }
    }
  }
}

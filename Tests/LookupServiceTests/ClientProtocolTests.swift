import Testing

/// Requests as the clients send them, read from their code: docs/clients/ says where.
@Suite struct ClientProtocolTests {
  private static let units = [
    ("Schließe die Tür.", "Close the door."), ("Ein/Aus 100 %", "On/off 100%"),
  ]

  /// Virtaal's RESTRequest escapes everything; Weblate's get_api_url, too; amaGama's own page asks by
  /// `source`; old servers were asked with codes in lower case and underscores.
  @Test(arguments: [
    "/tmserver/en/de/unit/Close%20the%20door.", "/api/v1/en/de/unit/Close%20the%20door.",
    "/tmserver/en/de/unit/?source=Close+the+door.",
    "/api/v1/en/de/unit/?source=Close%20the%20door.",
    "/tmserver/en_us/de_de/unit/Close%20the%20door.?min_similarity=70&max_candidates=3",
    "/api/v1/EN/de-AT/unit/Close%20the%20door.",
  ])
  func findsUnits(path: String) async throws {
    try await RunningService.with(units: Self.units) { service in
      let answer = try await service.client.get(path)
      #expect(answer.status == 200)
      #expect(answer.headers["content-type"] == "application/json")
      let match = try #require(answer.list.first as? [String: Any])
      #expect(match["source"] as? String == "Close the door.")
      #expect(match["target"] as? String == "Schließe die Tür.")
      #expect((match["quality"] as? Int ?? 0) >= 97)
      #expect(match["rank"] != nil)
    }
  }

  @Test(arguments: ["On%2Foff%20100%25", "On/off%20100%25"])
  func slashesBelongToTheText(text: String) async throws {
    try await RunningService.with(units: Self.units) { service in
      let answer = try await service.client.get("/tmserver/en/de/unit/\(text)")
      #expect((answer.list.first as? [String: Any])?["quality"] as? Int == 100)
    }
  }

  @Test(arguments: [
    "/tmserver/en/en/unit/File", "/api/v1/xx/en/unit/File", "/tmserver/e/d/unit/File",
  ])
  func nothingIsNoError(path: String) async throws {
    try await RunningService.with(units: Self.units) { service in
      let answer = try await service.client.get(path)
      #expect(answer.status == 200)
      #expect(answer.text == "[]")
    }
  }

  @Test(arguments: ["/tmserver/languages/", "/api/v1/languages/", "/api/v1/languages"])
  func listsLanguages(path: String) async throws {
    try await RunningService.with(units: Self.units) { service in
      let answer = try await service.client.get(path)
      #expect(answer.text == #"{"sourceLanguages":["de","en"],"targetLanguages":["de","en"]}"#)
    }
  }

  @Test(arguments: [
    ("callback=xyz123456", 200), ("jsoncallback=a.b$_1", 200), ("callback=alert(1)//", 400),
    ("callback=1a", 400),
  ])
  func wrapsForScripts(query: String, status: Int) async throws {
    try await RunningService.with(units: Self.units) { service in
      let answer = try await service.client.get("/tmserver/en/de/unit/Close%20the%20door.?\(query)")
      #expect(answer.status == status)
      if status == 200 {
        let name = query.split(separator: "=")[1]
        #expect(answer.text.hasPrefix("\(name)([{") && answer.text.hasSuffix("}])"))
      }
    }
  }

  @Test(arguments: ["PUT", "POST"])
  func addsUnits(method: String) async throws {
    try await RunningService.with(units: Self.units) { service in
      let added = try await service.client.send(
        method, "/tmserver/en/de/unit/Red%20wine",
        body: #"{"source":"Red wine","target":"Rotwein"}"#)
      #expect(added.status == 200)
      #expect(added.body.isEmpty)
      let answer = try await service.client.get("/tmserver/en/de/unit/Red%20wine")
      #expect((answer.list.first as? [String: Any])?["target"] as? String == "Rotwein")
    }
  }

  @Test func addsStores() async throws {
    try await RunningService.with(units: Self.units) { service in
      let list = try await service.client.send(
        "POST", "/tmserver/en/de/store/a.po",
        body: #"[{"source":"Red wine","target":"Rotwein"},{"source":"Beer","target":"Bier"}]"#)
      #expect(list.text == "added 2 units from a.po")
      let po =
        "msgid \"\"\nmsgstr \"Language: de\\nContent-Type: text/plain; charset=UTF-8\\n\"\n\nmsgid \"Water\"\nmsgstr \"Wasser\"\n"
      let file = try await service.client.send("PUT", "/api/v1/en/de/store/dir/b.po", body: po)
      #expect(file.text == "added 1 units from dir/b.po")
    }
  }

  @Test func speaksLikeMyMemory() async throws {
    try await RunningService.with(units: Self.units) { service in
      let client = service.client
      let set = try await client.get("/set?seg=Red+wine&tra=Rotwein&langpair=en%7Cde")
      #expect(set.object["responseStatus"] as? Int == 200)
      let form = try await client.post(
        "/set", "seg=Beer&tra=Bier&langpair=en|de", type: "application/x-www-form-urlencoded")
      #expect(form.status == 200)
      let got = try await client.get("/get?q=Red+wine&langpair=en|de")
      let best = try #require(got.object["responseData"] as? [String: Any])
      #expect(best["translatedText"] as? String == "Rotwein")
      #expect(best["match"] as? Double == 1)
      let match = try #require((got.object["matches"] as? [[String: Any]])?.first)
      for name in ["id", "segment", "translation", "quality", "last-update-date", "created-by"] {
        #expect(match[name] is String, "\(name)")
      }
      #expect(try await client.get("/get?q=Red+wine&langpair=en").status == 400)
      // PyPI's “translate” reads the name before it looks whether there is a text.
      let nothing = try await client.get("/get?q=Something+else&langpair=en|de")
      #expect(nothing.text.contains(#""responseData":{"match":null,"translatedText":null}"#))
    }
  }
}

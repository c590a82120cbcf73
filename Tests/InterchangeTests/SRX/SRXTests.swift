import Interchange
import Testing

@Suite struct SRXTests {
  private static func file(
    cascade: String = "yes", rules: String, maps: String
  ) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <srx xmlns="http://www.lisa.org/srx20" xmlns:x="urn:x" version="2.0">
    <header segmentsubflows="no" cascade="\(cascade)">
    <formathandle type="start" include="yes"/>
    <x:note>passed over</x:note>
    </header>
    <body><languagerules>
    \(rules)
    </languagerules><maprules>
    \(maps)
    </maprules></body></srx>
    """
  }

  private static let rules = """
    <languagerule languagerulename="Ä &amp; B"><rule break="no">
    <beforebreak>\\bDr\\.</beforebreak><afterbreak>\\s</afterbreak></rule></languagerule>
    <languagerule languagerulename="all"><rule><beforebreak>[.?!&lt;]</beforebreak>
    <afterbreak> x</afterbreak></rule><rule break="no"/></languagerule>
    """
  private static let maps = """
    <languagemap languagepattern="de.*" languagerulename="Ä &amp; B"/>
    <languagemap languagepattern=".*" languagerulename="all"/>
    """

  @Test func readsRulesMapsAndHeader() throws {
    let srx = try SRX(text: Self.file(rules: Self.rules, maps: Self.maps))
    #expect(srx.cascades && !srx.segmentsSubflows && srx.includes == [.start: true])
    #expect(srx.languageRules.map(\.name) == ["Ä & B", "all"])
    #expect(
      srx.languageRules[0].rules == [
        SRX.Rule(isBreak: false, before: "\\bDr\\.", after: "\\s", line: 8)
      ])
    // Breaking is what a rule does unless it says otherwise; a missing side is an empty one.
    #expect(
      srx.languageRules[1].rules == [
        SRX.Rule(isBreak: true, before: "[.?!<]", after: " x", line: 10),
        SRX.Rule(isBreak: false, before: "", after: "", line: 11),
      ])
    #expect(srx.maps.map(\.line) == [13, 14])
  }

  @Test(arguments: [("yes", "de", [8, 10, 11]), ("no", "de", [8]), ("no", "en", [10, 11])])
  func mapsCountInTheirOrder(cascade: String, language: String, lines: [Int]) throws {
    let srx = try SRX(text: Self.file(cascade: cascade, rules: Self.rules, maps: Self.maps))
    let rules = srx.rules(for: language) { map, tag in map.pattern == ".*" || tag == "de" }
    #expect(rules.map(\.line) == lines)
  }

  @Test func whatIsWrittenReadsTheSame() throws {
    var srx = SRX(
      cascades: true,
      languageRules: [
        .init(name: "a<\"b\"", rules: [.init(isBreak: true, before: "<&>\"", after: "\t ü")]),
        .init(name: "", rules: []),
      ],
      maps: [.init(pattern: "[Dd]e.*\"", name: "a<\"b\"")])
    srx.segmentsSubflows = false
    srx.includes = [.start: true, .end: false, .isolated: true]
    var read = try SRX(text: srx.xml())
    read.languageRules = read.languageRules.map { set in
      .init(
        name: set.name,
        rules: set.rules.map { .init(isBreak: $0.isBreak, before: $0.before, after: $0.after) })
    }
    read.maps = read.maps.map { .init(pattern: $0.pattern, name: $0.name) }
    #expect(read == srx)
  }

  @Test(arguments: [
    ("<tmx/>", 1, "the root element is “tmx”"),
    ("<srx>\n<body>", 2, "cut off"),
    ("<srx>\n<a></b></srx>", 2, "not well-formed"),
    ("<srx>\n\n<rule/></srx>", 3, "<rule> stands where it has no meaning"),
    ("<srx><header cascade=\"maybe\"/></srx>", 1, "“maybe” is no value"),
    ("<srx>\n<languagerule/></srx>", 2, "lacks the attribute “languagerulename”"),
    ("<srx>\n<languagemap languagepattern=\"x\" languagerulename=\"none\"/></srx>", 2, "“none”"),
    (
      "<srx><languagerule languagerulename=\"a\"/>\n<languagerule languagerulename=\"a\"/></srx>",
      2, "two sets"
    ),
    ("<!DOCTYPE srx [\n<!ENTITY e \"x\">]>\n<srx/>", 2, "entities are refused"),
  ])
  func faultsNameTheirLine(text: String, line: Int, cause: String) {
    do throws(SRX.ParseError) {
      _ = try SRX(text: text)
      Issue.record("no fault was found")
    } catch {
      #expect(error.line == line)
      #expect(error.cause.contains(cause), "\(error.cause)")
    }
  }
}

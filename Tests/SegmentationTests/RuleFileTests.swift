import Testing

@testable import Segmentation

@Suite struct RuleFileTests {
  @Test(arguments: BuiltInRules.files.keys.sorted())
  func everyBuiltInFileParses(language: String) throws {
    let bytes = try #require(BuiltInRules.files[language])
    _ = try LanguageRules(parsing: String(decoding: bytes, as: UTF8.self))
  }

  @Test(arguments: [
    ("Dr.", "1: “Dr.” stands before the first section"),
    ("[starters]\nthe\n\n[nonsense]\nx", "4: no section is called “nonsense”"),
    ("[starters]\n[starters]", "2: the section “starters” is there twice"),
    ("# comment\n[settings]\nmagic", "3: no setting is called “magic”"),
    ("[starters", "1: “[starters” lacks a closing bracket"),
  ])
  func faultsNameTheirLine(file: String, message: String) {
    do {
      _ = try LanguageRules(parsing: file)
      Issue.record("no fault was found")
    } catch {
      #expect(error.description == message)
    }
  }

  @Test func aCapitalStandsForLowerCaseAtAStartOnly() throws {
    let rules = try LanguageRules(parsing: "[never-final]\nvgl. Max. ärztl.")
    #expect(rules.traits(of: "vgl", atStart: false) == .neverFinal)
    #expect(rules.traits(of: "Vgl", atStart: true) == .neverFinal)
    #expect(rules.traits(of: "Vgl", atStart: false) == [])
    #expect(rules.traits(of: "VGL", atStart: false) == .neverFinal)
    #expect(rules.traits(of: "max", atStart: true) == [])
    #expect(rules.traits(of: "Ärztl", atStart: true) == .neverFinal)
  }

  @Test func underscoresAreSpacesInsideAnAbbreviation() throws {
    let rules = try LanguageRules(parsing: "[never-final]\nz._B.")
    #expect(rules.traits(of: "z.B", atStart: false) == .neverFinal)
  }
}

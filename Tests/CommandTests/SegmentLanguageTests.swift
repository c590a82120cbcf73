import Foundation
import TestSupport
import Testing

/// Texts whose language nobody named, and rules that somebody else wrote.
@Suite struct SegmentLanguageTests {
  @Test func theTextTellsItsLanguage() throws {
    let run = try CommandRun(["segment", "-"], input: "Das gilt z. B. hier. Dort gilt es nicht.\n")
    #expect(run.status == 0)
    #expect(run.output == "0\tsentence\tDas gilt z. B. hier.\n1\tsentence\tDort gilt es nicht.\n")
    #expect(run.errors.contains("standard input: language de, confidence 0."))
    #expect(run.errors.contains("--lang overrides"))
  }

  @Test func aNamedLanguageIsNotGuessed() throws {
    let run = try CommandRun(["segment", "--from", "en", "-"], input: "Das ist es.\n")
    #expect(run.status == 0 && run.errors == "")
  }

  @Test func tooLittleTextIsAnError() throws {
    let run = try CommandRun(["segment", "-"], input: "OK\n")
    #expect(run.status == 2 && run.output == "")
    #expect(run.errors.contains("does not tell its language. Name it, such as --lang de."))
  }

  @Test func recordsSayHowSureTheLanguageIs() throws {
    let run = try CommandRun(
      ["segment", "--jsonl"],
      input: #"{"id":1,"text":"Where is the station? It is over there."}"# + "\n"
        + #"{"id":2,"text":"12345"}"# + "\n")
    let lines = run.output.split(separator: "\n")
    #expect(lines[0].hasPrefix(#"{"confidence":0.9"#) && lines[0].contains(#""lang":"en""#))
    #expect(lines[1].contains(#""error":"line 2:"#))
    #expect(run.status == 3)
  }

  @Test func rulesOfAFileBreakTheText() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "own.srx")
    try """
    <srx version="2.0"><header cascade="no"/><body><languagerules>
    <languagerule languagerulename="all">
    <rule break="yes"><beforebreak>;</beforebreak><afterbreak>\\s</afterbreak></rule>
    <rule break="yes"><beforebreak>(</beforebreak></rule>
    </languagerule></languagerules><maprules>
    <languagemap languagepattern=".*" languagerulename="all"/></maprules></body></srx>
    """.write(to: file, atomically: true, encoding: .utf8)
    let run = try CommandRun(
      ["segment", "--lang", "en", "--srx", file.path, "-"], input: "One. Two; three.")
    #expect(run.output == "0\tsentence\tOne. Two;\n1\tsentence\tthree.\n")
    #expect(run.errors.contains("own.srx:4: left out, because ICU could not compile"))
    #expect(run.status == 0)
  }

  @Test func exportedRulesAreRead() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "built-in.srx")
    let export = try CommandRun(["segment", "--export-srx", "-o", file.path])
    #expect(export.status == 0, "\(export.errors)")
    let run = try CommandRun(
      ["segment", "--lang", "de", "--srx", file.path, "-"],
      input: "Dr. Haus kam am 3. Mai. Er blieb.")
    #expect(run.errors == "")
    #expect(run.output == "0\tsentence\tDr. Haus kam am 3. Mai.\n1\tsentence\tEr blieb.\n")
  }
}

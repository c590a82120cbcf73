import BitextToolkit
import Foundation
import TestSupport
import Testing

@Suite struct SegmentCommandTests {
  @Test func answersARecordWithARecord() throws {
    let run = try CommandRun(
      ["segment", "--jsonl"], input: #"{"id":"a","lang":"de","text":"Ä. Gut. "}"# + "\n")
    #expect(
      run.output == """
        {"id":"a","lang":"de","segments":[\
        {"end":9,"index":0,"kind":"sentence","paragraph":0,"start":0,"text":"Ä. Gut."}],"v":1}

        """)
    #expect(run.status == 0)
  }

  /// Half a surrogate pair is no character, so no UTF-8 can hold it: its record fails, by its own name.
  @Test(arguments: [#"\ud800"#, #"\ude00\ud83d"#, #"\udfff"#])
  func halfACharacterFailsItsRecordAlone(escape: String) throws {
    let run = try CommandRun(
      ["segment", "--jsonl"],
      input: """
        {"id":1,"lang":"en","text":"Fine \(escape). Yes."}
        {"id":2,"lang":"en","text":"One \\ud83d\\ude00. Two."}

        """)
    let records = try run.output.split(separator: "\n").map {
      try JSONDecoder().decode(Answer.self, from: Data($0.utf8))
    }
    #expect(records.map(\.id) == [.number(1), .number(2)])
    #expect(records.map { $0.segments?.count } == [nil, 2])
    #expect(run.status == 3)
  }

  @Test func aBadRecordLeavesTheOthersAlone() throws {
    let run = try CommandRun(
      ["segment", "--jsonl"],
      input: """
        {"id":1,"lang":"en","text":"One. Two."}
        {"id":"x","lang":"en"}
        no JSON

        {"id":"y","lang":"!!","text":"a"}
        {"id":2,"lang":"en","text":""}
        """)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 5)
    let records = try lines.map { try JSONDecoder().decode(Answer.self, from: Data($0.utf8)) }
    #expect(records.map(\.id) == [.number(1), .text("x"), nil, .text("y"), .number(2)])
    #expect(records.map { $0.segments?.count } == [2, nil, nil, nil, 0])
    #expect(records[1].error == "line 2: “text” is missing")
    #expect(records[2].error == "line 3: not JSON")
    #expect(records.allSatisfy { $0.v == 1 })
    #expect(run.status == 3)
    #expect(run.errors.contains("3 records failed"))
  }

  @Test func recordsThatAreNoUTF8Fail() throws {
    let bytes = Data(#"{"id":1,"lang":"en","text":""#.utf8) + Data([0xFF]) + Data("\"}\n".utf8)
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "records.jsonl")
    try bytes.write(to: file)
    let run = try CommandRun(["segment", "--jsonl", file.path])
    #expect(run.status == 3)
    #expect(run.output.contains("not UTF-8"))
  }

  /// Whoever asks one question after the other gets each answer before the next question.
  @Test func answersAtOnce() throws {
    let run = try Conversation("segment", "--jsonl")
    for id in 1...3 {
      let answer = try run.ask(#"{"id":\#(id),"lang":"en","text":"Hi. You."}"#)
      #expect(try JSONDecoder().decode(Answer.self, from: answer).id == .number(id))
    }
    #expect(run.end() == 0)
  }

  @Test func linesInAPipeAreEasyToCut() throws {
    let run = try CommandRun(["segment", "--lang", "en", "-"], input: "Hm.\n\nOne\ttab. Two.")
    #expect(run.output == "0\tsentence\tHm.\n1\tsentence\tOne tab.\n2\tsentence\tTwo.\n")
  }

  @Test(arguments: [
    (["segment", "--lang", "de", "/no/such/file"], "no such file"),
    (["segment", "--lang", "de", "/"], "a folder"),
    (["segment", "--jsonl", "/no/such/file"], "no such file"),
    (["segment", "--json", "--jsonl"], "exclude"),
    (["segment"], "name a text"),
    (["segment", "--lang", "de", "-o", "/no/such/folder/x", "-"], "its folder does not exist"),
  ])
  func saysWhatIsWrong(arguments: [String], message: String) throws {
    let run = try CommandRun(arguments, input: "Text.")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  private struct Answer: Decodable {
    let v: Int
    let id: RecordID?
    let segments: [SegmentRecord.Entry]?
    let error: String?
  }
}

import BitextToolkit
import Foundation
import TestSupport
import Testing

/// What a person may do to links, and what comes of it.
@Suite struct ReviewOperationTests {
  typealias Link = ReviewOperation.Link

  /// Four sentences a side. `links` as in a ladder: `0:0 1:1? 2+3:2x` are proposed, a rival, rejected.
  private func file(_ shape: Alignment.Shape, _ links: String) throws -> AlignmentFile {
    let side = { (code: String) throws in
      let texts = ["One. ", "Two. ", "Three. ", "Four."]
      var (start, segments): (Int, [Segment]) = (0, [])
      for text in texts {
        segments.append(
          Segment(range: start..<start + text.utf8.count, kind: .sentence, paragraph: 0))
        start += text.utf8.count
      }
      return try Document(
        name: "\(code).txt", language: try #require(LanguageTag(code)), text: texts.joined(),
        segments: segments)
    }
    let (source, target) = (try side("de"), try side("en"))
    let empty = try Alignment(shape: .comparable, beads: [], sourceCount: 4, targetCount: 4)
    let header = BitextBuilder(tool: "test", lexicon: nil).header(of: source, target, mode: shape)
    let file = AlignmentFile(
      Bitext(source: source, target: target, alignment: empty), header: header)
    return try file.replacing(links: links.split(separator: " ").map(bead))
  }

  private func bead(_ text: Substring) -> Bead {
    let status: Bead.Status =
      switch text.last {
      case "?": .candidate
      case "x": .rejected
      case "!": .accepted
      default: .proposed
      }
    let link = link(text.filter { !"?x!".contains($0) })
    return Bead(
      source: link.source, target: link.target, relation: .claim, confidence: 0.75, status: status)
  }

  private func link(_ text: some StringProtocol) -> Link {
    let sides = text.split(separator: ":").map { $0.split(separator: "+").compactMap { Int($0) } }
    return Link(source: sides[0], target: sides[1])
  }

  private func text(_ file: AlignmentFile) -> String {
    file.links.map { bead in
      let sides = [bead.source, bead.target].map { $0.map(String.init).joined(separator: "+") }
      let mark = [Bead.Status.candidate: "?", .rejected: "x", .accepted: "!"][bead.status] ?? ""
      return sides.joined(separator: ":") + mark
    }.joined(separator: " ")
  }

  private func project(_ file: AlignmentFile, in folder: TemporaryFolder) throws -> AlignmentProject
  {
    let path = folder.path("brief.jsonl")
    try OutputFile.write(file.lines.map { $0 + "\n" }.joined(), to: path)
    return try AlignmentProject(path)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let shape: Alignment.Shape
    let before, operation, after: String
    var testDescription: String { "\(shape) \(before): \(operation)" }

    init(_ shape: Alignment.Shape, _ before: String, _ operation: String, _ after: String) {
      (self.shape, self.before, self.operation, self.after) = (shape, before, operation, after)
    }
  }

  /// Operations as the records that clients send; a `/` before what a refusal must say.
  @Test(arguments: [
    Case(.parallel, "0:0 1:1", #"{"op":"accept","source":[1],"target":[1]}"#, "0:0 1:1!"),
    Case(.parallel, "0:0 1:1", #"{"op":"reject","source":[1],"target":[1]}"#, "0:0 1:1x"),
    Case(.parallel, "0:0 1:1x", #"{"op":"reopen","source":[1],"target":[1]}"#, "0:0 1:1?"),
    Case(.parallel, "0:0 1:1!", #"{"op":"reopen","source":[1],"target":[1]}"#, "0:0 1:1"),
    Case(.parallel, "0:0 1:1", #"{"op":"reopen","source":[1],"target":[1]}"#, "/nobody"),
    Case(.parallel, "0:0", #"{"op":"accept","source":[2],"target":[2]}"#, "/no link 2:2"),
    // Accepting a rival pushes the proposal aside that it overlaps, and no decision.
    Case(.parallel, "1:1 1:2?", #"{"op":"accept","source":[1],"target":[2]}"#, "1:1? 1:2!"),
    Case(.parallel, "1:1! 1:2?", #"{"op":"accept","source":[1],"target":[2]}"#, "/accepted 1:1"),
    Case(.comparable, "1:1! 1:2?", #"{"op":"accept","source":[1],"target":[2]}"#, "1:1! 1:2!"),
    Case(.parallel, "0:0", #"{"op":"link","source":[2],"target":[3]}"#, "0:0 2:3!"),
    Case(.parallel, "1:1", #"{"op":"link","source":[0],"target":[2]}"#, "0:2! 1:1?"),
    Case(.comparable, "1:1", #"{"op":"link","source":[0],"target":[2]}"#, "0:2! 1:1"),
    Case(.comparable, "1:1", #"{"op":"link","source":[0,3],"target":[2]}"#, "0+3:2! 1:1"),
    Case(.parallel, "1:1", #"{"op":"link","source":[0,3],"target":[2]}"#, "/gaps"),
    Case(.parallel, "1:1", #"{"op":"link","source":[4],"target":[2]}"#, "/no segment 4"),
    Case(
      .parallel, "0:0 1:1",
      #"{"op":"merge","links":[{"source":[0],"target":[0]},{"source":[1],"target":[1]}]}"#,
      "0+1:0+1!"),
    // The sentence between joins in; a link between does so as well, unless it was accepted.
    Case(
      .parallel, "0:0 2:1",
      #"{"op":"merge","links":[{"source":[0],"target":[0]},{"source":[2],"target":[1]}]}"#,
      "0+1+2:0+1!"),
    Case(
      .comparable, "0:3 2:1",
      #"{"op":"merge","links":[{"source":[0],"target":[3]},{"source":[2],"target":[1]}]}"#,
      "0+2:1+3!"),
    Case(
      .parallel, "0:0 1:1! 2:2",
      #"{"op":"merge","links":[{"source":[0],"target":[0]},{"source":[2],"target":[2]}]}"#,
      "/accepted 1:1"),
    Case(.parallel, "0:0", #"{"op":"merge","links":[{"source":[0],"target":[0]}]}"#, "/two links"),
    Case(
      .parallel, "0+1:0+1",
      #"{"op":"split","source":[0,1],"target":[0,1],"before":{"source":1,"target":1}}"#, "0:0! 1:1!"
    ),
    Case(
      .parallel, "0+1:0",
      #"{"op":"split","source":[0,1],"target":[0],"before":{"source":1,"target":1}}"#, "/empty"),
    Case(
      .parallel, "0:0+1 1:2",
      #"{"op":"move","source":[0],"target":[0,1],"side":"target","segment":1,"to":{"source":[1],"target":[2]}}"#,
      "0:0! 1:1+2!"),
    Case(
      .parallel, "0:0+1 1:2",
      #"{"op":"move","source":[0],"target":[0,1],"side":"target","segment":0,"to":{"source":[1],"target":[2]}}"#,
      "/cannot stand beside"),
    Case(
      .parallel, "0:0 1:2",
      #"{"op":"move","source":[0],"target":[0],"side":"target","segment":0,"to":{"source":[1],"target":[2]}}"#,
      "/without a target"),
    Case(
      .parallel, "0:0 1:2",
      #"{"op":"move","source":[0],"target":[0],"side":"target","segment":3,"to":{"source":[1],"target":[2]}}"#,
      "/not in 0:0"),
    Case(
      .comparable, "1:1", #"{"op":"grade","source":[1],"target":[1],"strength":"partial"}"#, "1:1!"),
    Case(
      .comparable, "1:1", #"{"op":"edit","source":[1],"target":[1],"wording":{"target":"Two!"}}"#,
      "1:1!"),
  ])
  func performs(_ example: Case) throws {
    let folder = try TemporaryFolder()
    var project = try project(try file(example.shape, example.before), in: folder)
    let path = project.path
    let before = try String(contentsOfFile: path, encoding: .utf8)
    let operation = try JSONDecoder().decode(
      ReviewOperation.self, from: Data(example.operation.utf8))
    if example.after.hasPrefix("/") {
      let refusal = #expect(throws: ReviewRefusal.self) { try project.perform(operation) }
      #expect("\(try #require(refusal))".contains(example.after.dropFirst()))
      #expect(try String(contentsOfFile: path, encoding: .utf8) == before)
      return
    }
    try project.perform(operation, decision: Bead.Decision(by: "ak"))
    #expect(text(project.file) == example.after)
    // Whoever opens the file tomorrow finds it so, and can take it back.
    var again = try AlignmentProject(path)
    #expect(again.file == project.file)
    #expect(again.version == project.version)
    #expect(try again.undo())
    #expect(try String(contentsOfFile: path, encoding: .utf8) == before)
    #expect(try again.undo() == false)
  }

  @Test func aWordingGoesIntoTheUnitAndNoFurther() throws {
    let folder = try TemporaryFolder()
    var project = try project(try file(.parallel, "1:1"), in: folder)
    // What reads as the document does is no wording.
    try project.perform(.edit(link("1:1"), Bead.Wording(source: "Two.", target: "Two, indeed.")))
    #expect(project.file.links[0].decision?.wording == Bead.Wording(target: "Two, indeed."))
    let unit = try #require(project.file.units.first)
    #expect(unit.variants.map(\.content.text) == ["Two.", "Two, indeed."])
    #expect(unit.variants[1].origin?.segments == [1])
    #expect(project.file.target.texts[1] == "Two.")
    // Deciding again keeps the wording; an empty one takes it away.
    try project.perform(.reopen(link("1:1")))
    try project.perform(.accept(link("1:1")))
    #expect(project.file.units.first?.variants[1].content.text == "Two, indeed.")
    try project.perform(.edit(link("1:1"), Bead.Wording(target: " ")))
    #expect(project.file.units.first?.variants[1].content.text == "Two.")
  }

  @Test func anotherProgramsChangeIsNotOverwritten() throws {
    let folder = try TemporaryFolder()
    var (mine, theirs) = (
      try project(try file(.parallel, "0:0 1:1"), in: folder),
      try AlignmentProject(folder.path("brief.jsonl"))
    )
    try theirs.perform(.accept(link("0:0")))
    #expect(throws: InputFault.self) { try mine.perform(.accept(link("1:1"))) }
    #expect(text(try AlignmentProject(mine.path).file) == "0:0! 1:1")
  }

  /// Whatever is done, the file can be read, and undoing all of it gives back the first bytes.
  @Test(arguments: [Alignment.Shape.parallel, .comparable])
  func undoesWhateverWasDone(_ shape: Alignment.Shape) throws {
    var random = SeededGenerator(seed: 41)
    let folder = try TemporaryFolder()
    var project = try project(try file(shape, "0:0 1:1 2:2? 3:3"), in: folder)
    let before = try String(contentsOfFile: project.path, encoding: .utf8)
    var done = 0
    for _ in 0..<200 {
      let links = project.file.links.map(Link.init)
      guard let one = links.randomElement(using: &random),
        let two = links.randomElement(using: &random)
      else { break }
      let (i, j) = (Int.random(in: 0..<4, using: &random), Int.random(in: 0..<4, using: &random))
      let operation: ReviewOperation =
        switch Int.random(in: 0..<8, using: &random) {
        case 0: .accept(one)
        case 1: .reject(one)
        case 2: .reopen(one)
        case 3: .merge([one, two])
        case 4: .split(one, source: i, target: j)
        case 5: .move(i, .target, from: one, to: two)
        case 6: .link(Link(source: [i], target: [j]))
        default: .edit(one, Bead.Wording(source: "Seed \(i)"))
        }
      let version = project.version
      do {
        try project.perform(operation)
        // What is so already needs no saving.
        if project.version != version { done += 1 }
      } catch is ReviewRefusal {
        #expect(project.version == version)
      }
    }
    #expect(done > 40)
    for _ in 0..<done { #expect(try project.undo()) }
    #expect(try String(contentsOfFile: project.path, encoding: .utf8) == before)
  }
}

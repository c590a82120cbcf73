import BitextModel
import Foundation
import Interchange
import TestSupport
import Testing

/// Decisions change lines, and lines merge.
@Suite struct AlignmentMergeTests {
  private static let text = AlignmentFileTests.lines.map { $0 + "\n" }.joined()
  private static let first = AlignmentLines.Link(source: [0], target: [1])
  private static let last = AlignmentLines.Link(source: [2], target: [0])

  @Test func aDecisionChangesItsLineAlone() throws {
    var lines = try AlignmentLines(text: Self.text)
    let before = lines.lines
    let place = try #require(lines.place(of: Self.first))
    lines.decide(Self.first, .rejected, Bead.Decision(by: "ak", at: "2026-11-21"))
    let changed = before.indices.filter { before[$0] != lines.lines[$0] }
    #expect(changed == [place])
    #expect(
      lines.lines[place]
        == before[place].replacing(
          #""status":"proposed"}"#, with: #""status":"rejected","by":"ak","at":"2026-11-21"}"#))
    #expect(try AlignmentFile(text: lines.text).alignment.links.count == 1)
    lines.restore(Self.first, before[place])
    #expect(lines.text == Self.text)
  }

  /// Members that this version does not know stay as they were written.
  @Test func aDecisionKeepsWhatItDoesNotKnow() throws {
    let text = Self.text.replacing(
      #""status":"proposed"}"#,
      with: #""status" : "proposed", "x":{"status":"y, \"}","n":1.234567890}, "z":[1,{"a":2}]}"#)
    var lines = try AlignmentLines(text: text)
    lines.decide(Self.first, .accepted, nil)
    let line = lines.lines[try #require(lines.place(of: Self.first))]
    #expect(
      line.hasSuffix(
        #","status":"accepted", "x":{"status":"y, \"}","n":1.234567890}, "z":[1,{"a":2}]}"#))
    #expect(try AlignmentFile(text: lines.text).alignment.links.count == 2)
  }

  /// What `merge=union` makes of two versions: some links stand twice, and the decided line holds.
  @Test func aUnionFoldsToTheDecisions() throws {
    var (mine, theirs) = (try AlignmentLines(text: Self.text), try AlignmentLines(text: Self.text))
    mine.decide(Self.first, .accepted, nil)
    let rival = AlignmentLines.Link(source: [0], target: [2])
    theirs.decide(rival, .rejected, nil)
    let union = (mine.lines.prefix(9) + theirs.lines.suffix(3)).map { $0 + "\n" }.joined()
    let file = try AlignmentFile(text: union)
    #expect(file.alignment.links.map(\.status) == [.accepted, .accepted])
    #expect(file.alignment.candidates.map(\.status) == [.rejected])
    #expect(try AlignmentFile(text: try AlignmentLines(text: union).text) == file)

    theirs.decide(Self.first, .rejected, nil)
    let error = #expect(throws: AlignmentFile.ParseError.self) {
      try AlignmentFile(text: (mine.lines + theirs.lines.suffix(3)).joined(separator: "\n"))
    }
    #expect(error?.reason == .contradiction(line: 8))
    #expect(error?.line == 11)
  }

  @Test func anOpenConflictIsNamed() {
    let lines = AlignmentFileTests.lines.prefix(7) + ["<<<<<<< HEAD", "=======", ">>>>>>> theirs"]
    let error = #expect(throws: AlignmentFile.ParseError.self) {
      try AlignmentFile(text: lines.joined(separator: "\n"))
    }
    #expect(error?.reason == .mergeConflict)
    #expect(error?.line == 8)
  }

  private static let git = "/usr/bin/git"

  /// Two people decide different links, and git merges their files without asking; neighbouring lines
  /// need the attribute that docs/alignment-file.md names.
  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: git)),
    arguments: [(first, last, false), (first, .init(source: [0], target: [2]), true)])
  func gitMergesTwoPeoplesDecisions(
    mine: AlignmentLines.Link, theirs: AlignmentLines.Link, isUnion: Bool
  ) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.jsonl")
    func git(_ arguments: String...) throws {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Self.git)
      process.currentDirectoryURL = folder.url
      process.arguments = ["-c", "user.name=t", "-c", "user.email=t@example.org"] + arguments
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "git \(arguments)")
    }
    func decide(_ link: AlignmentLines.Link, _ status: Bead.Status) throws {
      var lines = try AlignmentLines(text: String(contentsOfFile: path, encoding: .utf8))
      lines.decide(link, status, nil)
      try lines.text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    let text = Self.text.replacing(#""status":"accepted""#, with: #""status":"proposed""#)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    if isUnion {
      try "*.jsonl merge=union\n".write(
        toFile: folder.path(".gitattributes"), atomically: true, encoding: .utf8)
    }
    try git("init", "-q", "-b", "main")
    try git("add", ".")
    try git("commit", "-qm", "start")
    try git("checkout", "-qb", "theirs")
    try decide(theirs, .rejected)
    try git("commit", "-qam", "theirs")
    try git("checkout", "-q", "main")
    try decide(mine, .accepted)
    try git("commit", "-qam", "mine")
    try git("merge", "-q", "--no-edit", "theirs")
    let merged = try AlignmentFile(text: String(contentsOfFile: path, encoding: .utf8))
    let decided = (merged.alignment.links + merged.alignment.candidates).filter(\.isDecided)
    #expect(
      Set(decided.map { AlignmentLines.Link($0) }) == [mine, theirs]
        && Set(decided.map(\.status)) == [.accepted, .rejected])
  }
}

import Foundation
import TestSupport
import Testing

/// Where `-o` writes, and what it leaves alone.
@Suite struct OutputPlaceTests {
  private let folder: TemporaryFolder
  private let text: String

  init() throws {
    folder = try TemporaryFolder()
    text = folder.path("ein \"Text\" für uns.txt")
    try "Ein Satz.\n".write(toFile: text, atomically: true, encoding: .utf8)
  }

  private static let written = "0\tsentence\tEin Satz.\n"

  private func segment(to path: String) throws -> CommandRun {
    try CommandRun(["segment", "--lang", "de", "-o", path, "--", text])
  }

  @Test func refusesWhatItCannotWrite() throws {
    for (path, cause) in [
      (folder.path("none/x"), "its folder does not exist"),
      (folder.url.path, "a folder, not a file"),
      ("", "the file's name is empty"), (text, "one of the texts to segment"),
    ] {
      let run = try segment(to: path)
      #expect(run.status == 2)
      #expect(run.errors.contains(cause), "\(run.errors)")
    }
    #expect(try String(contentsOfFile: text, encoding: .utf8) == "Ein Satz.\n")
    let pair = try CommandRun([
      "align", "--from", "de", "--to", "en", "--lexicon", "none", text, text, "-o", text,
    ])
    #expect(pair.status == 2 && pair.errors.contains("one of the documents to align"))
  }

  @Test(arguments: [
    "-x.txt", "mit Leerzeichen", "straße", "\"zitiert\"", String(repeating: "n", count: 255),
  ])
  func takesAnyName(name: String) throws {
    let run = try segment(to: folder.path(name))
    #expect(run.status == 0, "\(run.errors)")
    #expect(try String(contentsOfFile: folder.path(name), encoding: .utf8) == Self.written)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).count == 2)
  }

  @Test func aLinkStaysALinkAndPermissionsStay() throws {
    let (target, link) = (folder.path("target"), folder.path("link"))
    try "old".write(toFile: target, atomically: true, encoding: .utf8)
    chmod(target, 0o640)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "target")
    #expect(try segment(to: link).status == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "target")
    #expect(try String(contentsOfFile: target, encoding: .utf8) == Self.written)
    let mode = try FileManager.default.attributesOfItem(atPath: target)[.posixPermissions]
    #expect(mode as? Int == 0o640)
  }

  /// A device takes the bytes and stays a device.
  @Test func aDeviceIsWrittenInPlace() throws {
    let pipe = folder.path("pipe")
    #expect(mkfifo(pipe, 0o600) == 0)
    // Open at both ends, so that neither the command nor this test waits for the other.
    let descriptor = open(pipe, O_RDWR | O_NONBLOCK)
    defer { close(descriptor) }
    #expect(try segment(to: pipe).status == 0)
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = read(descriptor, &bytes, bytes.count)
    #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self) == Self.written)
    var status = stat()
    #expect(stat(pipe, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
  }

  @Test func aDashIsStandardOutput() throws {
    #expect(try segment(to: "-").output == Self.written)
    let ladder = try CommandRun([
      "align", "--from", "de", "--to", "de", "--lexicon", "none", "--mode", "parallel",
      "--format", "ladder", "-o", "-", text, text,
    ])
    #expect(ladder.output.hasPrefix("[0]:[0]:"), "\(ladder.errors)")
  }

  /// `/dev/full` refuses every byte (full(4)).
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDiskIsSaid() throws {
    let long = folder.path("long.txt")
    try String(repeating: "Ein Satz.\n", count: 20_000)
      .write(toFile: long, atomically: true, encoding: .utf8)
    for arguments in [
      ["segment", "--lang", "de", long], ["segment", "--lang", "de", text], ["--help"],
    ] {
      let run = try CommandRun(shell: #""$0" "$@" > /dev/full"#, arguments)
      #expect(run.status == 2)
      #expect(run.errors.contains("standard output: the disk is full"), "\(run.errors)")
    }
  }

  @Test func aClosedPipeIsNoError() throws {
    let long = folder.path("long.txt")
    try String(repeating: "Ein Satz.\n", count: 50_000)
      .write(toFile: long, atomically: true, encoding: .utf8)
    let arguments = ["segment", "--lang", "de", long]
    for pipe in [#""$0" "$@" | head -n 1"#, #"trap '' PIPE; "$0" "$@" | head -n 1"#] {
      let run = try CommandRun(shell: pipe, arguments)
      #expect(run.output == Self.written)
      #expect(run.errors == "")
    }
  }

  /// 130 and 143 as a shell sees them; the unfinished file is gone.
  @Test(arguments: [("INT", 130), ("TERM", 143)] as [(String, Int32)])
  func anInterruptionLeavesNothing(signal: String, status: Int32) throws {
    let script = """
      mkfifo in; "$0" "$@" & sleep 9 > in & until compgen -G '.out*' > /dev/null; do sleep 0.05; done
      kill -\(signal) %1; wait %1; s=$?; kill -KILL %2; ls -A; exit $s
      """
    let run = try CommandRun(
      shell: "cd '\(folder.url.path)'; set -m; " + script,
      ["segment", "--jsonl", "-o", "out", "in"])
    #expect(run.status == status, "\(run.errors)")
    #expect(!run.output.contains("out"), "\(run.output)")
  }
}

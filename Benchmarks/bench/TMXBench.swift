internal import ArgumentParser
internal import BitextToolkit
internal import Foundation

/// Reading and writing TMX beside libxml2's own stream reader on the same file.
struct TMXBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tmx", abstract: "TMX read and written, beside xmllint --stream.")

  @Option(help: "The size of the file that is made, in MB.") var size = 250
  @Option(help: "Runs, of which the median counts.") var runs = 3
  @Argument(help: "A TMX file to use instead.") var file: String?

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "bench-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let made = folder.appending(path: "made.tmx").path
    let path = file ?? made
    if file == nil { try SampleTMX.write(to: made, megabytes: size) }
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    let megabytes = Double((attributes[.size] as? Int) ?? 0) / 1e6

    let reference = try ChildProgram.median(
      runs: runs, "/usr/bin/xmllint", ["--stream", "--nonet", "--noout", path])
    var units = 0
    PeakMemory.reset()
    let reading = try Stopwatch.median(runs: runs) { units = try Self.count(path) }
    let readingPeak = PeakMemory.bytes
    let copy = folder.appending(path: "copy.tmx").path
    PeakMemory.reset()
    let copying = try Stopwatch.median(runs: runs) { try Self.copy(path, to: copy) }
    let copyingPeak = PeakMemory.bytes
    // Units in memory, so that only the writer is measured.
    let some = try Self.first(100_000, of: path)
    var written = 0
    let writing = try Stopwatch.median(runs: runs) { written = try Self.write(some) }

    var report = Report(
      "bench tmx", subject: String(format: "%.1f MB, %d units", megabytes, units),
      columns: ["program", "MB/s (processor)", "MB/s (wall)", "peak MB"])
    func add(_ name: String, _ megabytes: Double, _ cost: Cost, _ peak: Int?) {
      report.add([
        name, String(format: "%.1f", megabytes / cost.cpu),
        String(format: "%.1f", megabytes / cost.wall),
        peak.map { String(format: "%.1f", Double($0) / 1e6) } ?? "–",
      ])
    }
    if let reference { add("xmllint --stream", megabytes, reference.cost, reference.peak) }
    add("bitext, read", megabytes, reading, readingPeak)
    add("bitext, read and write", megabytes, copying, copyingPeak)
    add("bitext, write", Double(written) / 1e6, writing, nil)
    report.write()
  }

  private static func count(_ path: String) throws -> Int {
    var reader = try TMX.Reader(path: path)
    var units = 0
    while try reader.next() != nil { units += 1 }
    return units
  }

  private static func copy(_ path: String, to copy: String) throws {
    let output = try OutputFile(copy)
    let handle = try output.open()
    var reader = try TMX.Reader(path: path)
    var writer = try TMX.Writer(options: .init(toolVersion: "bench")) { bytes in
      try handle.write(contentsOf: Data(bytes))
    }
    while let unit = try reader.next() { try writer.write(unit) }
    try writer.finish()
    try output.commit()
  }

  private static func first(_ limit: Int, of path: String) throws -> [TranslationUnit] {
    var reader = try TMX.Reader(path: path)
    var units: [TranslationUnit] = []
    while units.count < limit, let unit = try reader.next() { units.append(unit) }
    return units
  }

  private static func write(_ units: [TranslationUnit]) throws -> Int {
    var count = 0
    var writer = try TMX.Writer(options: .init(toolVersion: "bench")) { count += $0.count }
    for unit in units { try writer.write(unit) }
    try writer.finish()
    return count
  }
}

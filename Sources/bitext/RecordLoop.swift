internal import BitextToolkit

/// The loop of a worker in a pipe: a record a line in, a record a line out, in the same order.
enum RecordLoop {
  /// - Parameters:
  ///   - files: Standard input when there is none.
  ///   - sink: Where the answers go; `finish` it afterwards.
  /// - Returns: How many records failed; their answers say why.
  static func run(
    files: [String], to sink: ResultSink, answer: ([UInt8], Int) -> Result<String, FailedRecord>
  ) throws -> Int {
    var failures = 0
    for file in files.isEmpty ? ["-"] : files {
      var reader = try LineReader(file)
      var number = 0
      while let line = try reader.next() {
        number += 1
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
        switch answer(line, number) {
        case .success(let record): try sink.write(record + "\n")
        case .failure(let failure):
          failures += 1
          try sink.write(JSONText.line(failure) + "\n")
        }
        // Whoever waits for this answer before the next question must get it now.
        if !reader.hasLine { sink.flush() }
      }
    }
    return failures
  }

  /// The loop to standard output.
  ///
  /// - Throws: `ExitStatus.someFailed` at the end when a record failed; its answer says why.
  static func run(
    files: [String], answer: ([UInt8], Int) -> Result<String, FailedRecord>
  ) throws {
    try report(try run(files: files, to: ResultSink(path: nil), answer: answer))
  }

  /// - Throws: `ExitStatus.someFailed` when records failed.
  static func report(_ failures: Int) throws {
    guard failures > 0 else { return }
    Console.note("\(Figures.count(failures, "record")) failed")
    throw ExitStatus.someFailed
  }
}

internal import BitextToolkit

/// The loop of a worker in a pipe: a record a line in, a record a line out, in the same order.
enum RecordLoop {
  /// - Parameter files: Standard input when there is none.
  /// - Throws: `ExitStatus.someFailed` at the end when a record failed; its answer says why.
  static func run(
    files: [String], answer: ([UInt8], Int) -> Result<String, FailedRecord>
  ) throws {
    var failures = 0
    for file in files.isEmpty ? ["-"] : files {
      var reader = try LineReader(file)
      var number = 0
      while let line = try reader.next() {
        number += 1
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
        switch answer(line, number) {
        case .success(let record): Console.print(record)
        case .failure(let failure):
          failures += 1
          Console.print(try JSONText.line(failure))
        }
        // Whoever waits for this answer before the next question must get it now.
        if !reader.hasLine { Console.flush() }
      }
    }
    if failures > 0 {
      Console.note("\(Figures.count(failures, "record")) failed")
      throw ExitStatus.someFailed
    }
  }
}

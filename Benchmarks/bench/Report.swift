internal import Foundation

/// What a benchmark prints: where it ran, then its rows.
struct Report {
  let title: String
  /// What was measured on: a corpus with its size and checksum, settings.
  let subject: String
  let columns: [String]
  private(set) var rows: [[String]] = []

  init(_ title: String, subject: String, columns: [String]) {
    (self.title, self.subject, self.columns) = (title, subject, columns)
  }

  /// A value a column, the first one a name.
  mutating func add(_ row: [String]) {
    precondition(row.count == columns.count, "a row has a value a column")
    rows.append(row)
  }

  func write() {
    print("\(title): \(subject)\n\(Self.machine)\n")
    let widths = columns.indices.map { k in ([columns] + rows).map { $0[k].count }.max() ?? 0 }
    for row in [columns, widths.map { String(repeating: "-", count: $0) }] + rows {
      let cells = zip(row, widths).enumerated().map { k, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.count)
        return k == 0 ? cell.0 + space : space + cell.0
      }
      print(cells.joined(separator: "  "))
    }
    print()
  }

  private static var machine: String {
    let model = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?
      .split(separator: "\n").first { $0.hasPrefix("model name") }?
      .split(separator: ":").last?.trimmingCharacters(in: .whitespaces)
    let cores = ProcessInfo.processInfo.activeProcessorCount
    return "\(model ?? "unknown processor"), \(cores) cores"
  }
}

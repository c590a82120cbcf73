internal import BitextToolkit
internal import Foundation

/// The queries of a run: one from the command line, or one a line of standard input.
struct LookupQueries: Sequence {
  /// A query with the name that its record has, or what is wrong with the record.
  struct Request {
    let id: String?
    let query: Result<LookupQuery, InputFault>
  }

  private let requests: [Request]

  /// - Parameter isWorker: Lines that begin with a brace are records.
  /// - Throws: `InputFault` when there is nothing to look up.
  init(_ text: String, isWorker: Bool, previous: String?, next: String?) throws(InputFault) {
    guard text == "-" else {
      let trimmed = String(text[...].trimmingWhiteSpace())
      guard !trimmed.isEmpty else { throw Self.empty }
      let query = LookupQuery(SegmentContent(trimmed), previous: previous, next: next)
      requests = [Request(id: nil, query: .success(query))]
      return
    }
    let lines = try TextFile.read("-").split(whereSeparator: \.isNewline)
      .map { $0.trimmingWhiteSpace() }.filter { !$0.isEmpty }
    guard !lines.isEmpty else { throw Self.empty }
    requests = lines.enumerated().map { index, line in
      if isWorker, line.first == "{" { return Self.record(line, number: index + 1) }
      let neighbour = { (index: Int) in
        lines.indices.contains(index) ? String(lines[index]) : nil
      }
      let query = LookupQuery(
        SegmentContent(String(line)), previous: neighbour(index - 1), next: neighbour(index + 1))
      return Request(id: nil, query: .success(query))
    }
  }

  func makeIterator() -> Array<Request>.Iterator { requests.makeIterator() }

  private static let empty = InputFault(
    "lookup", "nothing to look up", remedy: "Give a sentence, or - and sentences on standard input")

  private struct Record: Decodable {
    let id: String?
    let text: String
    let previous, next: String?
  }

  private static func record(_ line: Substring, number: Int) -> Request {
    guard let record = try? JSONDecoder().decode(Record.self, from: Data(line.utf8)) else {
      let fault = InputFault(
        "-", line: number, "not a record with a “text”", remedy: #"Write {"id":"1","text":"…"}"#)
      return Request(id: nil, query: .failure(fault))
    }
    let query = LookupQuery(
      SegmentContent(record.text), previous: record.previous, next: record.next)
    return Request(id: record.id, query: .success(query))
  }
}

internal import BitextToolkit
internal import Foundation

/// The queries of a run: one from the command line, or one a line of standard input.
struct LookupQueries: Sequence {
  /// A query with the name that its record has, or what is wrong with the record.
  struct Request {
    let id: String?
    let query: Result<LookupQuery, InputFault>
  }

  /// `nil` reads lines as they come.
  private let requests: [Request]?

  /// The one query of the command line.
  ///
  /// - Throws: `InputFault` when there is nothing to look up.
  init(_ text: String, previous: String?, next: String?) throws(InputFault) {
    let trimmed = String(text[...].trimmingWhiteSpace())
    guard !trimmed.isEmpty else { throw Self.empty }
    let query = LookupQuery(SegmentContent(trimmed), previous: previous, next: next)
    requests = [Request(id: nil, query: .success(query))]
  }

  /// The lines of standard input, each other's context.
  init(document: String) throws(InputFault) {
    let lines = try TextFile.read(document).split(whereSeparator: \.isNewline)
      .map { String($0.trimmingWhiteSpace()) }.filter { !$0.isEmpty }
    guard !lines.isEmpty else { throw Self.empty }
    requests = lines.indices.map { index in
      let query = LookupQuery(
        SegmentContent(lines[index]), previous: index > 0 ? lines[index - 1] : nil,
        next: index + 1 < lines.count ? lines[index + 1] : nil)
      return Request(id: nil, query: .success(query))
    }
  }

  private init() {
    requests = nil
  }

  /// Standard input line by line, records or sentences: each is answered before the next is read.
  static let worker = LookupQueries()

  func makeIterator() -> AnyIterator<Request> {
    if let requests { return AnyIterator(requests.makeIterator()) }
    var number = 0
    return AnyIterator {
      while let line = readLine() {
        number += 1
        if let request = Self.request(line[...].trimmingWhiteSpace(), number: number) {
          return request
        }
      }
      return nil
    }
  }

  private static let empty = InputFault(
    "lookup", "nothing to look up", remedy: "Give a sentence, or - and sentences on standard input")

  /// A record, or a sentence, which may begin with a brace as well; `nil` for a blank line.
  private static func request(_ line: Substring, number: Int) -> Request? {
    if line.isEmpty { return nil }
    if let record = try? JSONDecoder().decode(LookupRequest.self, from: Data(line.utf8)) {
      return Request(id: record.id, query: .success(record.query))
    }
    if line.hasPrefix("{\"") {
      let fault = InputFault(
        "-", line: number, "not a record with a “text”", remedy: #"Write {"id":"1","text":"…"}"#)
      return Request(id: nil, query: .failure(fault))
    }
    return Request(id: nil, query: .success(LookupQuery(String(line))))
  }
}

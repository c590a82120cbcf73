internal import BitextToolkit
internal import HTTPTypes
internal import Hummingbird

extension LookupRoutes {
  /// Many sentences in one request: lines in, lines out in the same order.
  static let batch = Route(
    .post, "/v1/lookup", .scope(.read),
    Operation(
      "lookup", "lookupBatch",
      "Looks up the sentences of a batch: records in lines, answered in lines, in the same order.",
      parameters: parameters, body: [.records("LookupRequest"), .json("LookupBatch")],
      answer: [.records("Lookup"), .json("LookupList")], problems: [.notFound])
  ) { exchange in
    try await answer(exchange)
  }

  private static func answer(_ exchange: Exchange) async throws -> Response {
    let lookup = try MemoryLookup(exchange)
    try exchange.requireContent("application/x-ndjson", "application/json")
    if exchange.contentType == "application/json" { return try await whole(lookup, exchange) }
    let lines = try requests(in: await exchange.body(), exchange.service.settings.limits)
    return Response(
      status: .ok, headers: [.contentType: "application/x-ndjson"],
      body: ResponseBody { writer in
        for start in stride(from: 0, to: lines.count, by: 64) {
          let some = Array(lines[start..<min(start + 64, lines.count)])
          let bytes = try await exchange.quickly { try answers(to: some, lookup) }
          try await writer.write(ByteBuffer(bytes: bytes))
        }
        try await writer.finish(nil)
      })
  }

  private static func whole(_ lookup: MemoryLookup, _ exchange: Exchange) async throws -> Response {
    let requests = try await exchange.json(LookupBatch.self).queries
    try check(requests, exchange.service.settings.limits)
    let records = try await exchange.quickly {
      try lookup.served.reads.run { opened in
        try requests.map { try lookup.record(for: $0, in: opened) }
      }
    }
    return try Answer.json(LookupList(answers: records))
  }

  private static func answers(to lines: [Line], _ lookup: MemoryLookup) throws -> [UInt8] {
    try lookup.served.reads.run { opened in
      var bytes: [UInt8] = []
      for line in lines {
        bytes += try answer(to: line, lookup, opened)
        bytes.append(0x0A)
      }
      return bytes
    }
  }

  /// A line of a batch, or what is wrong with it: one bad line does not spoil the others.
  private enum Line: Sendable {
    case request(LookupRequest)
    case fault(String)
  }

  private struct Fault: Encodable {
    let v = 1
    let error: String
  }

  private static func answer(
    to line: Line, _ lookup: MemoryLookup, _ opened: OpenedMemory
  ) throws -> [UInt8] {
    switch line {
    case .request(let request): try JSONText.bytes(try lookup.record(for: request, in: opened))
    case .fault(let reason): try JSONText.bytes(Fault(error: reason))
    }
  }

  private static func requests(in bytes: [UInt8], _ limits: ServiceLimits) throws(Problem)
    -> [Line]
  {
    var lines: [Line] = []
    for (index, bytes) in bytes.split(separator: 0x0A).enumerated()
    where !bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
      do throws(Problem) {
        let request = try Exchange.decode(LookupRequest.self, Array(bytes))
        try check([request], limits)
        lines.append(.request(request))
      } catch {
        lines.append(.fault("line \(index + 1): \(error.detail)"))
      }
    }
    guard lines.count <= limits.batch else {
      throw Problem(.tooLarge, "A batch has at most \(limits.batch) sentences.")
    }
    return lines
  }

  private static func check(_ requests: [LookupRequest], _ limits: ServiceLimits) throws(Problem) {
    guard requests.count <= limits.batch else {
      throw Problem(.tooLarge, "A batch has at most \(limits.batch) sentences.")
    }
    for request in requests {
      for text in [request.text, request.previous ?? "", request.next ?? ""]
      where text.utf8.count > limits.query {
        throw Problem(.tooLarge, "A sentence has at most \(limits.query) bytes.")
      }
    }
  }
}

/// A batch as one document.
struct LookupBatch: Sendable, Decodable {
  let queries: [LookupRequest]
}

struct LookupList: Sendable, Encodable {
  let v = 1
  let answers: [LookupRecord]
}

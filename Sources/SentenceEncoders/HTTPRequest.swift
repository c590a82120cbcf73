internal import CCurl
internal import Foundation

/// A body posted to a server.
struct HTTPRequest {
  let address: String
  let headers: [String]
  let body: [UInt8]
  /// In seconds.
  let timeout: Double

  struct Reply {
    fileprivate(set) var body: [UInt8] = []
    fileprivate var code: CInt = 0
    /// 0 when no answer came.
    fileprivate var status = 0
    fileprivate var message = ""
    /// Seconds that the server asks to wait; 0 when it says nothing.
    fileprivate(set) var retryAfter = 0.0

    var isDone: Bool { code == 0 && (200..<300).contains(status) }

    /// Whether the same request may succeed later: no connection, or a server that says so (RFC 9110).
    var isWorthAnotherTry: Bool {
      code > 0
        ? !Self.lastingCodes.contains(code) : [408, 425, 429].contains(status) || status >= 500
    }

    /// libcurl's codes for a malformed address, a protocol it has not, a host that is not there, and a
    /// certificate that is not right.
    private static let lastingCodes: Set<CInt> = [1, 3, 6, 60]

    var cause: String {
      guard code == 0 else { return message }
      let text = String(decoding: body.prefix(Self.shownBytes), as: UTF8.self)
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return "answers with status \(status)" + (text.isEmpty ? "" : ": \(text)")
    }

    private static let shownBytes = 200

    var remedy: String? {
      if code < 0 { return "Install Debian's libcurl4, or use --encoder e5 or none" }
      switch status {
      case 401, 403: return "Set BITEXT_ENCODER_KEY"
      case 404: return "Is the address right, and BITEXT_ENCODER_MODEL a model that it has?"
      case 0: return "Is the server running?"
      default: return nil
      }
    }
  }

  func post() -> Reply {
    var reply = Reply()
    var list = headers.map { header in
      UnsafePointer<CChar>?(UnsafePointer(header.withCString { strdup($0) }))
    }
    defer { for header in list { free(UnsafeMutablePointer(mutating: header)) } }
    list.append(nil)
    let outcome = withUnsafeMutablePointer(to: &reply.body) { answer in
      ccurl_post(
        address, list, body, Int64(body.count), Int(timeout * 1000),
        { bytes, count, context in
          context?.assumingMemoryBound(to: [UInt8].self).pointee
            .append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
        }, answer)
    }
    reply.code = outcome.code
    reply.status = outcome.status
    reply.retryAfter = Double(outcome.retry_after)
    reply.message = withUnsafeBytes(of: outcome.message) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    return reply
  }
}

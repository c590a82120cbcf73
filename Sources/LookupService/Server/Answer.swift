internal import BitextToolkit
internal import HTTPTypes
internal import Hummingbird

/// The forms that answers have.
enum Answer {
  static func json(
    _ value: some Encodable, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
  ) throws -> Response {
    bytes(try JSONText.bytes(value), type: "application/json", status: status, headers: headers)
  }

  static func bytes(
    _ bytes: some Sequence<UInt8>, type: String, status: HTTPResponse.Status = .ok,
    headers: HTTPFields = [:]
  ) -> Response {
    var headers = headers
    headers[.contentType] = type
    return Response(
      status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  static func html(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
    bytes(text.utf8, type: "text/html; charset=utf-8", status: status)
  }

  static func empty(_ status: HTTPResponse.Status = .noContent, headers: HTTPFields = [:])
    -> Response
  {
    Response(status: status, headers: headers)
  }

  static func problem(_ problem: Problem) -> Response {
    let bytes = (try? JSONText.bytes(problem.record)) ?? Array("{}".utf8)
    return self.bytes(
      bytes, type: "application/problem+json", status: problem.kind.status, headers: problem.headers
    )
  }
}

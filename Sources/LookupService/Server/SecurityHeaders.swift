internal import HTTPTypes
internal import Hummingbird

/// What browsers may do with the service's pages: nothing but show them, with their own script and style.
enum SecurityHeaders {
  private static let fields: [(HTTPField.Name, String)] = [
    (
      .contentSecurityPolicy,
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    (.xContentTypeOptions, "nosniff"),
    // Without any, a browser would send the pages' own forms with “Origin: null” (Fetch, 3.2.5).
    (.known("Referrer-Policy"), "same-origin"),
    (.known("Cross-Origin-Resource-Policy"), "same-origin"),
    (.known("Cross-Origin-Opener-Policy"), "same-origin"),
    (.known("X-Frame-Options"), "DENY"),
  ]

  static func add(to response: inout Response) {
    for (name, value) in fields where response.headers[name] == nil {
      response.headers[name] = value
    }
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
  }
}

internal import BitextToolkit
internal import HTTPTypes
internal import Hummingbird

/// The style sheet and the script of the pages, out of the binary.
enum AssetRoutes {
  static let routes: [Route] = [
    route("/assets/style.css", Array(PackageResources.style_css), "text/css; charset=utf-8"),
    route("/assets/script.js", Array(PackageResources.script_js), "text/javascript; charset=utf-8"),
    route("/assets/mark.svg", Array(PackageResources.mark_svg), "image/svg+xml"),
  ]

  private static func route(_ path: String, _ bytes: [UInt8], _ type: String) -> Route {
    let tag = "\"\(Fingerprint.sha256(String(decoding: bytes, as: UTF8.self)).prefix(16))\""
    return Route(
      .get, path, .everybody,
      Operation("pages", "asset", "A file of the pages.", answer: [.init(type)])
    ) { exchange in
      // A browser asks again each time, and gets the bytes once.
      let headers: HTTPFields = [.eTag: tag, .cacheControl: "no-cache"]
      if exchange.request.headers[.ifNoneMatch] == tag {
        return Answer.empty(.notModified, headers: headers)
      }
      return Answer.bytes(bytes, type: type, headers: headers)
    }
  }
}

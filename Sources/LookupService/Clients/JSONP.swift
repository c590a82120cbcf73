internal import BitextToolkit
internal import HTTPTypes
internal import Hummingbird

/// JSON that a script can load, as the old clients ask for it. Browsers load it for the service's own
/// pages alone: the headers of every answer see to that.
enum JSONP {
  /// The function that the request names by `callback` or `jsoncallback`.
  ///
  /// - Throws: `Problem` for what is no name: it would become a script.
  static func callback(of exchange: Exchange) throws(Problem) -> String? {
    guard let name = exchange.value("callback") ?? exchange.value("jsoncallback") else {
      return nil
    }
    let isName =
      name.utf8.count <= 100
      && name.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || [0x5F, 0x24, 0x2E].contains(byte)
      }
    guard isName, let first = name.utf8.first, !(0x30...0x39).contains(first) else {
      throw Problem(.badValue, "The callback has to be the name of a function.")
    }
    return name
  }

  static func answer(_ value: some Encodable, _ callback: String?) throws -> Response {
    guard let callback else { return try Answer.json(value) }
    let text = "\(callback)(\(try JSONText.line(value)))"
    return Answer.bytes(text.utf8, type: "application/javascript; charset=utf-8")
  }
}

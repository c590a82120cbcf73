internal import HTTPTypes
internal import Hummingbird

extension Exchange {
  /// The language of the pages: what the address says, or else a cookie, or else the browser.
  var words: Words {
    let cookie = (request.headers[.cookie] ?? "").split(separator: ";").lazy
      .map { $0.drop(while: \.isWhitespace) }.first { $0.hasPrefix("lang=") }
    return Words.preferred(
      chosen: value("lang") ?? cookie.map { String($0.dropFirst(5)) },
      accepted: request.headers[.acceptLanguage])
  }

  func page(_ name: String, title: String, tab: Pages.Tab, _ view: Any) -> Response {
    let words = words
    let other = target.query.filter { $0.name != "lang" } + [("lang", words["other_lang"])]
    let text = Pages.shared.render(
      name, title: title, tab: tab, words: words, otherLanguage: "?" + Self.query(other), view)
    var response = Answer.html(text)
    if value("lang") != nil {
      response.headers[.setCookie] = "lang=\(words["lang"]); Path=/; Max-Age=31536000; SameSite=Lax"
    }
    return response
  }

  /// Names and values as the query of an address; those without a value are left out.
  static func query(_ items: [(name: String, value: String)]) -> String {
    items.filter { !$0.value.isEmpty }
      .map { "\($0.name)=\(RequestTarget.escaped($0.value))" }.joined(separator: "&")
  }

  /// Leads on to a page, so that reloading it does not send a form again (RFC 9110, 15.4.4).
  static func seeOther(_ address: String) -> Response {
    Answer.empty(.seeOther, headers: [.location: address])
  }
}

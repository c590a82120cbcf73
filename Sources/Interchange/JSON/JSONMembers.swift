/// The members of a JSON object as they are written, so that one can be changed and the others stay
/// byte for byte.
struct JSONMembers {
  private var members: [(name: String, text: String)]

  /// - Parameter line: A JSON object that was read before, so that its form is known to be right.
  init(of line: String) {
    members = []
    var (depth, isString, isEscaped): (Int, Bool, Bool) = (0, false, false)
    var member: [UInt8] = []
    for byte in line.utf8 {
      if isString {
        isString = isEscaped || byte != UInt8(ascii: "\"")
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
      } else {
        switch byte {
        case UInt8(ascii: "\""): isString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          depth += 1
          if depth == 1 { continue }
        case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
        default: break
        }
        if depth == 0 || depth == 1 && byte == UInt8(ascii: ",") {
          append(String(decoding: member, as: UTF8.self))
          member = []
          if depth == 0 { break }
          continue
        }
      }
      if depth > 0 { member.append(byte) }
    }
  }

  private mutating func append(_ text: String) {
    guard let object = try? JSONParser.value(of: "{\(text)}"), case .object(let parsed) = object,
      let name = parsed.members.first?.name
    else { return }
    members.append((name, text))
  }

  /// Replaces a member where it stands, adds it at the end, or with `nil` takes it away.
  mutating func set(_ name: String, _ value: String?) {
    let text = value.map { JSONLine.quoted(name) + ":" + JSONLine.quoted($0) }
    let place = members.firstIndex { $0.name == name }
    switch (place, text) {
    case (let place?, let text?): members[place].text = text
    case (let place?, nil): members.remove(at: place)
    case (nil, let text?): members.append((name, text))
    case (nil, nil): break
    }
  }

  var line: String { "{" + members.map(\.text).joined(separator: ",") + "}" }
}

internal import Foundation

/// What a browser sends for a form with files (RFC 7578).
struct MultipartForm {
  struct Part {
    let name: String
    /// The name of the file; `nil` for a field.
    let file: String?
    let bytes: [UInt8]
  }

  let parts: [Part]

  /// - Parameter type: The whole of `Content-Type`, which names the boundary.
  /// - Throws: `Problem` when the body is not as RFC 2046, 5.1.1 has it.
  init(_ body: [UInt8], type: String) throws(Problem) {
    let broken = Problem(.badRequest, "The form cannot be read.")
    guard let boundary = Self.parameter("boundary", of: type), !boundary.isEmpty else {
      throw broken
    }
    let data = Data(body)
    let mark = Data("--\(boundary)".utf8)
    guard let first = data.range(of: mark) else { throw broken }
    var (parts, start): ([Part], Int) = ([], first.upperBound)
    while !data[start...].starts(with: Data("--".utf8)) {
      // The line break before a boundary belongs to it.
      guard let end = data.range(of: Data("\r\n--\(boundary)".utf8), in: start..<data.endIndex)
      else { throw broken }
      guard let part = Self.part(data[start..<end.lowerBound]) else { throw broken }
      parts.append(part)
      start = end.upperBound
    }
    self.parts = parts
  }

  /// A field's text without white space around it; `nil` when it is empty or missing.
  func text(_ name: String) throws(Problem) -> String? {
    guard let part = parts.first(where: { $0.name == name && $0.file == nil }) else { return nil }
    guard let text = String(validating: part.bytes, as: UTF8.self) else {
      throw Problem(.badRequest, "“\(name)” is not UTF-8.")
    }
    return text.contains { !$0.isWhitespace } ? text : nil
  }

  /// A file that was chosen; `nil` when none was.
  func file(_ name: String) -> Part? {
    parts.first { $0.name == name && $0.file?.isEmpty == false && !$0.bytes.isEmpty }
  }

  private static func part(_ data: Data) -> Part? {
    let blank = Data("\r\n\r\n".utf8)
    guard let end = data.range(of: blank),
      let head = String(data: data[data.startIndex..<end.lowerBound], encoding: .utf8)
    else { return nil }
    let disposition = head.split(whereSeparator: \.isNewline).first {
      $0.lowercased().hasPrefix("content-disposition:")
    }
    guard let disposition, let name = parameter("name", of: String(disposition)) else { return nil }
    return Part(
      name: name, file: parameter("filename", of: String(disposition)),
      bytes: Array(data[end.upperBound...]))
  }

  /// A parameter of a header field, quoted or not; browsers escape quotes as `%22`.
  private static func parameter(_ name: String, of field: String) -> String? {
    for piece in field.split(separator: ";").dropFirst() {
      let sides = piece.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, sides[0].trimmingCharacters(in: .whitespaces).lowercased() == name
      else { continue }
      let value = sides[1].trimmingCharacters(in: .whitespaces)
      let bare = value.hasPrefix("\"") ? String(value.dropFirst().prefix { $0 != "\"" }) : value
      return bare.replacing("%22", with: "\"")
    }
    return nil
  }
}

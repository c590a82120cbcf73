public import BitextModel
internal import Foundation

/// What a reader gets: the file, and what a person said of it.
public struct UnitFileInput: Sendable {
  /// Where the bytes are.
  public enum Place: Sendable {
    case path(String)
    /// By what is added to the file's name; a format of one file adds nothing.
    case bytes([String: [UInt8]])
  }

  public let place: Place
  /// The source's and the target's language, or none.
  public let languages: [LanguageTag]
  /// Whether what is odd is a fault instead of a remark.
  public let isStrict: Bool

  public init(_ place: Place, languages: [LanguageTag] = [], isStrict: Bool = false) {
    (self.place, self.languages, self.isStrict) = (place, languages, isStrict)
  }

  /// A pair of languages that the file does not say.
  func pair() throws -> (source: LanguageTag, target: LanguageTag) {
    guard languages.count >= 2 else {
      throw FileFault("it does not say its languages", remedy: "Give them with --from and --to")
    }
    return (languages[0], languages[1])
  }

  /// - Parameter suffix: What follows the file's name.
  func bytes(_ suffix: String = "") throws -> [UInt8] {
    switch place {
    case .bytes(let files):
      guard let bytes = files[suffix] else { throw FileFault("no file …\(suffix)") }
      return bytes
    case .path(let path):
      let name = Self.name(path, suffix)
      guard let file = FileHandle(forReadingAtPath: name), let data = try? file.readToEnd() else {
        throw Self.unreadable(name, suffix)
      }
      return data.starts(with: Gzip.mark) ? try Self.unpacked(name) : [UInt8](data)
    }
  }

  /// The bytes, as they are asked for.
  func source(_ suffix: String = "") throws -> EncodedInput.Source {
    switch place {
    case .bytes: return EncodedInput.source(of: try bytes(suffix))
    case .path(let path):
      let name = Self.name(path, suffix)
      guard let read = try? EncodedInput.source(ofFile: name) else {
        throw Self.unreadable(name, suffix)
      }
      return { buffer in
        do {
          return try read(buffer)
        } catch let error as TMX.ParseError {
          throw FileFault(error.cause, remedy: "Get the file anew")
        }
      }
    }
  }

  private static func name(_ path: String, _ suffix: String) -> String {
    path == "-" ? "/dev/stdin" : path + suffix
  }

  private static func unreadable(_ name: String, _ suffix: String) -> FileFault {
    FileFault(
      suffix.isEmpty ? "it cannot be read" : "\(name) cannot be read",
      remedy: "Check that it is there and may be read")
  }

  /// More than this, unpacked, is refused: a small file can hold a very large one.
  private static let unpackedLimit = 1 << 30

  private static func unpacked(_ path: String) throws -> [UInt8] {
    guard let reader = GzipReader(path: path) else { throw FileFault("it cannot be read") }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while let count = chunk.withUnsafeMutableBytes({ reader.read($0) }) {
      if count == 0 { return bytes }
      bytes += chunk[..<count]
      guard bytes.count <= unpackedLimit else {
        throw FileFault("more than \(unpackedLimit >> 20) MiB, unpacked", remedy: "Unpack it first")
      }
    }
    throw FileFault("damaged gzip", remedy: "Get the file anew")
  }

  /// The text, without a byte-order mark.
  ///
  /// - Parameter allowsWide: Whether UTF-16 will do, as spreadsheets save it.
  func text(_ suffix: String = "", allowsWide: Bool = false) throws -> String {
    let bytes = try bytes(suffix)
    if bytes.isEmpty { throw Self.empty }
    let encoding = EncodedInput.encoding(of: bytes)
    if encoding.unit == 2, encoding.mark > 0 {
      guard allowsWide else { throw Self.wide }
      return String(decoding: try EncodedInput.utf8(of: bytes), as: UTF8.self)
    }
    let mark = encoding.unit == 1 ? encoding.mark : 0
    return try Self.utf8(bytes[mark...], line: 1, offset: mark)
  }

  static let empty = FileFault(
    "the file is empty", remedy: "Give a file with at least one unit")
  static let wide = FileFault(
    line: 1, "UTF-16, not UTF-8", remedy: "Convert it: iconv -f UTF-16 -t UTF-8")

  /// The text of bytes that have to be UTF-8.
  ///
  /// - Parameters:
  ///   - line: The line of the file, from 1, that they begin in.
  ///   - offset: Where in the file they begin.
  static func utf8(_ bytes: ArraySlice<UInt8>, line: Int, offset: Int) throws -> String {
    let fault = { (place: Int, cause: String, remedy: String) in
      FileFault(
        line: line + bytes[..<place].count { $0 == 0x0A },
        "\(cause) at offset \(offset + place - bytes.startIndex))", remedy: remedy)
    }
    if let zero = bytes.firstIndex(of: 0) {
      throw fault(zero, "binary data (byte 0x00", "Give text in UTF-8")
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var place = bytes.startIndex
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      place += error.byteOffsets.lowerBound
    }
    throw fault(
      place, "not UTF-8 (byte 0x" + String(bytes[place], radix: 16, uppercase: true),
      "Convert it, for example: iconv -f WINDOWS-1252 -t UTF-8")
  }
}

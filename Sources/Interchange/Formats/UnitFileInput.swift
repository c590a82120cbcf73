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
      let name = path == "-" ? "/dev/stdin" : path + suffix
      guard let file = FileHandle(forReadingAtPath: name), let data = try? file.readToEnd() else {
        throw FileFault(
          suffix.isEmpty ? "it cannot be read" : "\(name) cannot be read",
          remedy: "Check that it is there and may be read")
      }
      return data.starts(with: Gzip.mark) ? try Self.unpacked(name) : [UInt8](data)
    }
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
    guard !bytes.isEmpty else {
      throw FileFault("the file is empty", remedy: "Give a file with at least one unit")
    }
    let encoding = EncodedInput.encoding(of: bytes)
    if encoding.unit == 2, encoding.mark > 0 {
      guard allowsWide else {
        throw FileFault(
          line: 1, "UTF-16, not UTF-8", remedy: "Convert it: iconv -f UTF-16 -t UTF-8")
      }
      return String(decoding: try EncodedInput.utf8(of: bytes), as: UTF8.self)
    }
    let text = encoding.unit == 1 ? bytes.dropFirst(encoding.mark) : bytes[...]
    if let zero = text.firstIndex(of: 0) {
      throw FileFault(
        line: Self.line(of: zero, in: bytes), "binary data (byte 0x00 at offset \(zero))",
        remedy: "Give text in UTF-8")
    }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let place = error.byteOffsets.lowerBound
      let byte = "0x" + String(bytes[place], radix: 16, uppercase: true)
      throw FileFault(
        line: Self.line(of: place, in: bytes), "not UTF-8 (byte \(byte) at offset \(place))",
        remedy: "Convert it, for example: iconv -f WINDOWS-1252 -t UTF-8")
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    1 + bytes[..<offset].count { $0 == 0x0A }
  }
}

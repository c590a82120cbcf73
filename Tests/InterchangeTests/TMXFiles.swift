import BitextModel
import Foundation
import TestSupport
import Testing

@testable import Interchange

/// What a file gives when it is read to its end.
struct TMXReading {
  var units: [TranslationUnit] = []
  var remarks: [TMX.Remark] = []
  var error: TMX.ParseError?

  init(path: String, policy: TMX.Reader.Policy = .mend) {
    do throws(TMX.ParseError) {
      var reader = try TMX.Reader(path: path, policy: policy)
      take(&reader)
    } catch {
      self.error = error
    }
  }

  /// - Parameters:
  ///   - chunk: How many bytes the reader gets at once.
  ///   - parsesAll: Whether units that need no mending go the general way too.
  init(
    _ text: some Sequence<UInt8>, policy: TMX.Reader.Policy = .mend, chunk: Int = 1 << 20,
    parsesAll: Bool = false
  ) {
    var rest = Array(text)[...]
    do throws(TMX.ParseError) {
      var reader = try TMX.Reader(policy: policy, parsesAll: parsesAll) { buffer in
        let part = rest.prefix(min(chunk, buffer.count))
        rest = rest.dropFirst(part.count)
        buffer.copyBytes(from: part)
        return part.count
      }
      take(&reader)
    } catch {
      self.error = error
    }
  }

  private mutating func take(_ reader: inout TMX.Reader) {
    do throws(TMX.ParseError) {
      while let unit = try reader.next() { units.append(unit) }
    } catch {
      self.error = error
    }
    remarks = reader.remarks
  }
}

/// The files of a folder of `tmx/`.
enum TMXFiles {
  static func names(in folder: String) -> [String] {
    let path = Checkout.path("tmx/\(folder)").path
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return files.filter { $0.hasSuffix(".tmx") }.map { String($0.dropLast(4)) }.sorted()
  }

  static func path(_ folder: String, _ name: String) -> String {
    Checkout.path("tmx/\(folder)/\(name).tmx").path
  }

  static func expected(_ folder: String, _ name: String) throws -> String {
    try String(contentsOf: Checkout.path("tmx/\(folder)/\(name).expected"), encoding: .utf8)
  }

  /// The units as a TMX file.
  static func written(
    _ units: [TranslationUnit], level: Int = 2, codes: [LanguageTag: String] = [:]
  ) throws -> [UInt8] {
    let bytes = ByteCollector()
    var options = TMX.Writer.Options(toolVersion: "0")
    (options.level, options.codes) = (level, codes)
    var writer = try TMX.Writer(options: options) { bytes.append($0) }
    for unit in units { try writer.write(unit) }
    try writer.finish()
    return bytes.bytes
  }

  /// What xmllint has against a file's validity; `nil` where it is not installed.
  static func violations(_ bytes: [UInt8]) throws -> String? {
    guard let xmllint else { return nil }
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).tmx")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let (process, errors) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: xmllint)
    let definition = Checkout.path("tmx/tmx14.dtd").path
    process.arguments = ["--nonet", "--noout", "--dtdvalid", definition, file.path]
    process.standardError = errors
    try process.run()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? "" : String(decoding: said, as: UTF8.self)
  }

  static let xmllint = ["/usr/bin/xmllint", "/usr/local/bin/xmllint", "/opt/homebrew/bin/xmllint"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }
}

/// Owns the bytes that a writer has given away.
final class ByteCollector {
  private(set) var bytes: [UInt8] = []
  func append(_ buffer: UnsafeRawBufferPointer) { bytes.append(contentsOf: buffer) }
}

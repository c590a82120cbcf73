extension EncodedInput {
  /// Of bytes that are in memory.
  init(bytes: [UInt8]) {
    self.init(Self.source(of: bytes))
  }

  /// Bytes in whatever encoding as UTF-8.
  ///
  /// - Parameter named: The encoding, where it is known; by default the bytes say it.
  static func utf8(of bytes: [UInt8], named: String? = nil) throws -> [UInt8] {
    var input = EncodedInput(bytes: bytes)
    var utf8: [UInt8] = []
    do throws(TMX.ParseError) {
      _ = try input.open(named: named)
      while true {
        let before = utf8.count
        try input.read(into: &utf8)
        if utf8.count == before, input.isAtEnd { return utf8 }
      }
    } catch {
      throw FileFault(error.cause)
    }
  }

  /// Of a file, which may be packed with gzip where it can be read twice.
  static func source(ofFile path: String) throws(TMX.ParseError) -> Source {
    guard Gzip.isPacked(path), let packed = GzipReader(path: path) else {
      let file = try FileBytes(path: path)
      return { try file.read($0) }
    }
    return { buffer in
      guard let count = packed.read(buffer) else {
        throw TMX.ParseError(reason: .unreadable("damaged gzip"), line: 0, column: 0)
      }
      return count
    }
  }

  static func source(of bytes: [UInt8]) -> Source {
    var rest = bytes[...]
    return { buffer in
      let part = rest.prefix(buffer.count)
      rest = rest.dropFirst(part.count)
      buffer.copyBytes(from: part)
      return part.count
    }
  }
}

extension TMX.Reader {
  init(policy: Policy, bytes: [UInt8]) throws(TMX.ParseError) {
    try self.init(policy: policy, source: EncodedInput.source(of: bytes))
  }
}

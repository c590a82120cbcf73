internal import Crypto
internal import Foundation

/// The vectors of one encoder in a file: a head, then records of a key and a vector, appended.
///
/// Several processes may read and append at once: who appends holds the file's lock, and first cuts off
/// what a killed one left unfinished.
struct VectorFile {
  /// What tells texts apart: the first half of their SHA-256.
  struct Key: Hashable {
    fileprivate let bytes: [UInt8]

    fileprivate static let length = 16

    init(of text: String) {
      bytes = Array(SHA256.hash(data: Data(text.utf8)).prefix(Self.length))
    }

    fileprivate init(bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }
  }

  private let path: String
  /// Where each key's vector begins in the file, as far as it has been read.
  private var offsets: [Key: Int] = [:]
  private var read = 0
  /// 0 until known.
  private var dimension = 0

  /// Eight bytes that say what it is, then the dimension as four, little-endian.
  private static let magic = Array("bitextv1".utf8)
  private static let headLength = 12
  /// Vectors have length 1; what has not was damaged.
  private static let tolerance: Float = 0.01

  init(folder: String, encoder: String) {
    let name = SHA256.hash(data: Data(encoder.utf8)).prefix(8)
      .map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    path = "\(folder)/\(name).vectors"
  }

  private var recordLength: Int { Key.length + dimension * MemoryLayout<Float>.size }

  /// The vectors of those keys that are there.
  mutating func vectors(of keys: Set<Key>) -> [Key: [Float]] {
    guard let file = FileHandle(forReadingAtPath: path) else { return [:] }
    defer { try? file.close() }
    readKeys(file)
    var vectors: [Key: [Float]] = [:]
    for key in keys {
      guard let offset = offsets[key], (try? file.seek(toOffset: UInt64(offset))) != nil,
        let data = try? file.read(upToCount: dimension * MemoryLayout<Float>.size)
      else { continue }
      let vector = Self.floats(data)
      let length = vector.reduce(0) { $0 + $1 * $1 }
      if vector.count == dimension, abs(length - 1) < Self.tolerance { vectors[key] = vector }
    }
    return vectors
  }

  private static func floats(_ data: Data) -> [Float] {
    stride(from: 0, to: data.count - 3, by: 4).map { at in
      let bits = (0..<4).reduce(UInt32(0)) {
        $0 | UInt32(data[data.startIndex + at + $1]) << (8 * $1)
      }
      return Float(bitPattern: bits)
    }
  }

  /// Takes in what was appended since.
  private mutating func readKeys(_ file: FileHandle) {
    if dimension == 0 {
      guard let head = try? file.read(upToCount: Self.headLength), head.count == Self.headLength,
        Array(head.prefix(Self.magic.count)) == Self.magic
      else { return }
      dimension = head.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
      read = Self.headLength
    }
    let recordsAtOnce = 1024
    guard dimension > 0, (try? file.seek(toOffset: UInt64(read))) != nil else { return }
    while let data = try? file.read(upToCount: recordLength * recordsAtOnce),
      data.count >= recordLength
    {
      for record in 0..<data.count / recordLength {
        let start = data.startIndex + record * recordLength
        offsets[Key(bytes: data[start..<start + Key.length])] =
          read + record * recordLength + Key.length
      }
      read += data.count / recordLength * recordLength
      if data.count % recordLength != 0 { break }
    }
  }

  /// Appends vectors, all of one dimension; what cannot be written is not kept.
  func add(_ entries: [(Key, [Float])]) {
    guard let count = entries.first?.1.count, count > 0 else { return }
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    guard flock(descriptor, LOCK_EX) == 0, var size = try? Int(file.seekToEnd()) else { return }
    let record = Key.length + count * MemoryLayout<Float>.size
    var bytes = Data()
    if size < Self.headLength {
      size = 0
      bytes += Self.magic + Self.bytes(UInt32(count))
    } else {
      size -= (size - Self.headLength) % record
    }
    for (key, vector) in entries where vector.count == count {
      bytes += key.bytes
      for value in vector { bytes += Self.bytes(value.bitPattern) }
    }
    guard (try? file.truncate(atOffset: UInt64(size))) != nil else { return }
    try? file.write(contentsOf: bytes)
  }

  private static func bytes(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}

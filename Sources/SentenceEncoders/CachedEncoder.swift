internal import Foundation
public import SentenceAlignment
internal import Synchronization

/// An encoder whose vectors are kept on disk, by encoder and by content: a text is encoded once.
public final class CachedEncoder: SentenceEncoder {
  // A class, because it owns the open cache.
  private let encoder: any SentenceEncoder
  private let cache: Mutex<VectorFile>

  /// Texts encoded before they are written: what an interruption may lose.
  private static let batchSize = 256

  /// - Parameter folder: Made when there is something to keep; may be deleted at any time. One that
  ///   cannot be written to costs time, nothing else.
  public init(_ encoder: any SentenceEncoder, folder: String) {
    self.encoder = encoder
    cache = Mutex(VectorFile(folder: folder, encoder: encoder.identifier))
  }

  public var identifier: String { encoder.identifier }

  public func vectors(of texts: [String]) throws -> [[Float]] {
    let keys = texts.map { VectorFile.Key(of: $0) }
    var known = cache.withLock { $0.vectors(of: Set(keys)) }
    var missing: [(key: VectorFile.Key, text: String)] = []
    var seen: Set<VectorFile.Key> = []
    for (key, text) in zip(keys, texts) where known[key] == nil && seen.insert(key).inserted {
      missing.append((key, text))
    }
    for start in stride(from: 0, to: missing.count, by: Self.batchSize) {
      let batch = missing[start..<min(start + Self.batchSize, missing.count)]
      let made = Array(zip(batch.map(\.key), try encoder.vectors(of: batch.map(\.text))))
      cache.withLock { $0.add(made) }
      for (key, vector) in made { known[key] = vector }
    }
    return keys.map { known[$0] ?? [] }
  }
}

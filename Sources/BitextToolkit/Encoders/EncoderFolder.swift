internal import Foundation
public import SentenceAlignment
public import SentenceEncoders

/// Finds and opens sentence encoders; their vectors are kept in the cache folder.
public enum EncoderFolder {
  /// The name of the encoder that runs in this process.
  public static let builtIn = "e5"

  /// The encoder that is installed, or `nil`.
  public static func installed() throws(EncoderFault) -> (any SentenceEncoder)? {
    let folder = DataFolders.encoders + "/" + builtIn
    return E5Encoder.isInstalled(in: folder) ? cached(try E5Encoder(folder: folder)) : nil
  }

  /// An encoder by its name, `e5`, or by the address of a server, whose model, key and prefix the
  /// environment holds.
  public static func open(_ name: String) throws -> any SentenceEncoder {
    if name == builtIn {
      return cached(try E5Encoder(folder: DataFolders.encoders + "/" + builtIn))
    }
    guard name.contains("://") else {
      throw InputFault(
        name, "no encoder", remedy: "Choose e5, none, or the address of a server: http://…")
    }
    let environment = ProcessInfo.processInfo.environment
    return cached(
      try EmbeddingsEndpoint(
        address: name, model: environment["BITEXT_ENCODER_MODEL"],
        key: environment["BITEXT_ENCODER_KEY"],
        prefix: environment["BITEXT_ENCODER_PREFIX"] ?? ""))
  }

  private static func cached(_ encoder: some SentenceEncoder) -> any SentenceEncoder {
    CachedEncoder(encoder, folder: DataFolders.cache + "/vectors")
  }
}

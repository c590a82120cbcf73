internal import Crypto

/// Names content: equal bytes have equal fingerprints, whatever the file is called.
public enum Fingerprint {
  /// SHA-256 of the text's UTF-8, in hexadecimal (FIPS 180-4).
  public static func sha256(_ text: String) -> String {
    SHA256.hash(data: Array(text.utf8)).map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }
}

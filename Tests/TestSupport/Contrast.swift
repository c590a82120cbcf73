internal import Foundation

/// The contrast of two colours, `#rgb` or `#rrggbb`.
public enum Contrast {
  /// WCAG 2.2, 1 to 21; `nil` when one is no colour.
  public static func ratio(_ a: some StringProtocol, _ b: some StringProtocol) -> Double? {
    guard let first = luminance(String(a)), let second = luminance(String(b)) else { return nil }
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  private static func luminance(_ color: String) -> Double? {
    let digits = color.dropFirst()
    let full = digits.count == 3 ? digits.map { "\($0)\($0)" }.joined() : String(digits)
    guard color.hasPrefix("#"), full.count == 6, let number = Int(full, radix: 16) else {
      return nil
    }
    let parts = [16, 8, 0].map { shift -> Double in
      let part = Double(number >> shift & 255) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}

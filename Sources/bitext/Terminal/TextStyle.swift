/// How text stands out on a terminal; nothing depends on it alone.
enum TextStyle {
  case plain, bold, dim

  /// The text between the terminal's codes (ECMA-48, 8.3.117), or as it is.
  func applied(to text: String, isStyled: Bool) -> String {
    guard isStyled, !text.isEmpty else { return text }
    return switch self {
    case .plain: text
    case .bold: "\u{1B}[1m\(text)\u{1B}[0m"
    case .dim: "\u{1B}[2m\(text)\u{1B}[0m"
    }
  }
}

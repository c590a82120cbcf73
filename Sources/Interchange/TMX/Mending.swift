internal import BitextModel

/// Repairs, by rules that docs/tmx.md states, the XML of one unit that cannot be read as it is.
enum Mending {
  struct Finding: Hashable {
    let cause: TMX.Remark.Cause
    /// In the bytes as they were.
    let offset: Int
  }

  /// Entities of HTML's that tools write into TMX without declaring them (HTML 4.01, section 24).
  private static let entities: [String: String] = [
    "nbsp": "\u{A0}", "shy": "\u{AD}", "copy": "©", "reg": "®", "trade": "™", "euro": "€",
    "pound": "£", "yen": "¥", "cent": "¢", "sect": "§", "para": "¶", "deg": "°", "plusmn": "±",
    "times": "×", "divide": "÷", "micro": "µ", "middot": "·", "bull": "•", "hellip": "…",
    "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“",
    "rdquo": "”", "bdquo": "„", "laquo": "«", "raquo": "»", "lsaquo": "‹", "rsaquo": "›",
    "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß",
    "agrave": "à", "aacute": "á", "acirc": "â", "atilde": "ã", "aring": "å", "aelig": "æ",
    "ccedil": "ç", "egrave": "è", "eacute": "é", "ecirc": "ê", "euml": "ë", "igrave": "ì",
    "iacute": "í", "icirc": "î", "iuml": "ï", "ntilde": "ñ", "ograve": "ò", "oacute": "ó",
    "ocirc": "ô", "otilde": "õ", "oslash": "ø", "ugrave": "ù", "uacute": "ú", "ucirc": "û",
    "Agrave": "À", "Aacute": "Á", "Aring": "Å", "AElig": "Æ", "Ccedil": "Ç", "Egrave": "È",
    "Eacute": "É", "Ntilde": "Ñ", "Oslash": "Ø", "iexcl": "¡", "iquest": "¿", "ordf": "ª",
    "ordm": "º", "frac12": "½", "frac14": "¼", "frac34": "¾", "sup2": "²", "sup3": "³",
    "thinsp": "\u{2009}", "ensp": "\u{2002}", "emsp": "\u{2003}", "zwnj": "\u{200C}",
    "zwj": "\u{200D}", "lrm": "\u{200E}", "rlm": "\u{200F}",
  ]

  /// The mended bytes and what was found in them; no finding, nothing to mend.
  static func mended(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], findings: [Finding]) {
    var (result, findings, index): ([UInt8], [Finding], Int) = ([], [], bytes.startIndex)
    result.reserveCapacity(bytes.count + 64)
    while index < bytes.endIndex {
      let byte = bytes[index]
      let offset = index - bytes.startIndex
      switch byte {
      case UInt8(ascii: "&"):
        let (text, length, cause) = reference(bytes[index...])
        result.append(contentsOf: text)
        if let cause { findings.append(Finding(cause: cause, offset: offset)) }
        index += length
        continue
      case UInt8(ascii: "<") where !startsMarkup(bytes[(index + 1)...]):
        result.append(contentsOf: "&lt;".utf8)
        findings.append(Finding(cause: .bareLessThan, offset: offset))
      case 0..<0x20 where byte != 0x09 && byte != 0x0A && byte != 0x0D:
        result.append(contentsOf: XMLText.picture(of: UInt32(byte)).utf8)
        findings.append(Finding(cause: .controlCharacter(UInt32(byte)), offset: offset))
      default:
        result.append(byte)
      }
      index += 1
    }
    return (result, findings)
  }

  private static func startsMarkup(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let first = rest.first else { return false }
    switch first {
    case UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "_"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...0xFF:
      return true
    default: return false
    }
  }

  /// What to write for an ampersand and what follows it, how many bytes that is, and what was wrong.
  private static func reference(
    _ bytes: ArraySlice<UInt8>
  ) -> (text: [UInt8], length: Int, cause: TMX.Remark.Cause?) {
    let name = bytes.dropFirst().prefix(32).prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 }
    let end = name.endIndex
    let bare = (Array("&amp;".utf8), 1, TMX.Remark.Cause.bareAmpersand)
    guard end < bytes.endIndex, bytes[end] == UInt8(ascii: ";"), !name.isEmpty else { return bare }
    let text = String(decoding: name, as: UTF8.self)
    let length = end + 1 - bytes.startIndex
    if ["amp", "lt", "gt", "quot", "apos"].contains(text) {
      return (Array(bytes[bytes.startIndex...end]), length, nil)
    }
    if text.hasPrefix("#") {
      let isHexadecimal = text.hasPrefix("#x")
      let digits = text.dropFirst(isHexadecimal ? 2 : 1)
      guard let value = UInt32(digits, radix: isHexadecimal ? 16 : 10) else { return bare }
      if isAllowed(value) { return (Array(bytes[bytes.startIndex...end]), length, nil) }
      return (Array(XMLText.picture(of: value).utf8), length, .controlCharacter(value))
    }
    guard text.utf8.allSatisfy({ Unicode.Scalar($0).properties.isAlphabetic || $0 < 0x3A }) else {
      return bare
    }
    let known = entities[text].map { Array($0.utf8) }
    return (known ?? Array("&amp;\(text);".utf8), length, .undeclaredEntity(text))
  }

  /// Whether XML 1.0 has the scalar (production 2).
  private static func isAllowed(_ value: UInt32) -> Bool {
    switch value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}

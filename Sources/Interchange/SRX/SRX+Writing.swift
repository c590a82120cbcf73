extension SRX {
  /// The rules as a file of SRX 2.0.
  public func xml() -> String {
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\">",
      "  <header segmentsubflows=\"\(Self.flag(segmentsSubflows))\" cascade=\"\(Self.flag(cascades))\">",
    ]
    for handle in FormatHandle.allCases {
      let include = Self.flag(includes[handle] ?? handle.isIncludedByDefault)
      lines.append("    <formathandle type=\"\(handle.rawValue)\" include=\"\(include)\"/>")
    }
    lines += ["  </header>", "  <body>", "    <languagerules>"]
    for set in languageRules {
      lines.append("      <languagerule languagerulename=\"\(Self.attribute(set.name))\">")
      for rule in set.rules {
        lines += [
          "        <rule break=\"\(Self.flag(rule.isBreak))\">",
          "          <beforebreak>\(XMLText.escaped(rule.before))</beforebreak>",
          "          <afterbreak>\(XMLText.escaped(rule.after))</afterbreak>",
          "        </rule>",
        ]
      }
      lines.append("      </languagerule>")
    }
    lines += ["    </languagerules>", "    <maprules>"]
    for map in maps {
      lines.append(
        "      <languagemap languagepattern=\"\(Self.attribute(map.pattern))\" "
          + "languagerulename=\"\(Self.attribute(map.name))\"/>")
    }
    lines += ["    </maprules>", "  </body>", "</srx>"]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func flag(_ value: Bool) -> String { value ? "yes" : "no" }

  private static func attribute(_ text: String) -> String { XMLText.escaped(text, quotes: true) }
}

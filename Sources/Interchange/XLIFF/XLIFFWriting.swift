internal import BitextModel

/// Units as XLIFF, with their inline codes.
struct XLIFFWriting {
  enum Version { case first, second }

  let writer: any UnitFileWriter

  init(_ output: UnitFileOutput, version: Version) throws {
    let languages = try output.pair()
    let write = try output.text()
    let codes = [languages.source, languages.target].map {
      XMLText.escaped(output.options.code($0), quotes: true)
    }
    try write(Self.head(version, codes, tool: output.options.toolVersion))
    var number = 0
    writer = SteppedWriter { unit in
      guard let pair = unit.pair(languages.source, languages.target) else { return }
      number += 1
      let sides = [pair.source.content, pair.target.content]
      var inline = XLIFFInline(version, sides)
      let texts = sides.map { inline.markup($0) }
      let link =
        unit.link.map {
          " \(XLIFFNamespace.relation)=\"\($0.relation.rawValue)\""
            + " \(XLIFFNamespace.strength)=\"\($0.strength.rawValue)\""
        } ?? ""
      let notes = unit.notes.map { "<note>\(XMLText.escaped($0.text))</note>" }
      switch version {
      case .first:
        try write(
          """
          <trans-unit id="\(number)" xml:space="preserve"\(link)>
          <source>\(texts[0])</source>
          <target>\(texts[1])</target>
          \(notes.map { $0 + "\n" }.joined())</trans-unit>

          """)
      case .second:
        let list = notes.isEmpty ? "" : "<notes>\(notes.joined())</notes>\n"
        try write(
          """
          <unit id="\(number)" xml:space="preserve"\(link)>
          \(list)\(inline.originalData)<segment>
          <source>\(texts[0])</source>
          <target>\(texts[1])</target>
          </segment>
          </unit>

          """)
      }
    } end: {
      // A file has to hold something.
      if number == 0 {
        try write(
          version == .first ? "" : "<unit id=\"0\"><segment><source/></segment></unit>\n")
      }
      try write(version == .first ? "</body>\n</file>\n</xliff>\n" : "</file>\n</xliff>\n")
    }
  }

  private static func head(_ version: Version, _ codes: [String], tool: String) -> String {
    let own = "xmlns:bitext=\"\(XLIFFNamespace.bitext)\""
    switch version {
    case .first:
      return """
        <?xml version="1.0" encoding="UTF-8"?>
        <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" \(own)>
        <file original="memory" source-language="\(codes[0])" target-language="\(codes[1])" \
        datatype="plaintext">
        <header><tool tool-id="bitext" tool-name="bitext" \
        tool-version="\(XMLText.escaped(tool, quotes: true))"/></header>
        <body>

        """
    case .second:
      return """
        <?xml version="1.0" encoding="UTF-8"?>
        <xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" \(own) \
        srcLang="\(codes[0])" trgLang="\(codes[1])">
        <file id="memory">

        """
    }
  }
}

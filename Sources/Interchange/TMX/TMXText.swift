internal import BitextModel

/// Headers and units as the text of TMX 1.4.
enum TMXText {
  /// How units are written.
  struct Dialect {
    /// Codes to write instead of languages' own.
    let codes: [LanguageTag: String]
    /// 1 is text alone, 2 has inline codes too.
    let level: Int

    func append(_ unit: TranslationUnit, to bytes: inout [UInt8]) {
      bytes.append(markup: "<tu")
      let misfits = TMXText.append(unit.attributes, to: &bytes) { name, value in
        TMX.Allowed.unit.contains(name)
          && (name != "segtype" || TMX.Allowed.segmentTypes.contains(value))
      }
      bytes.append(markup: ">\n")
      TMXText.append(
        unit.notes,
        ProvenanceProperties.properties(of: unit.link) + misfits
          + ProvenanceProperties.misfits(unit.properties, unit.notes) + unit.properties,
        to: &bytes)
      for variant in unit.variants { append(variant, to: &bytes) }
      bytes.append(markup: "</tu>\n")
    }

    private func append(_ variant: Variant, to bytes: inout [UInt8]) {
      bytes.append(markup: "<tuv")
      TMXText.attribute(
        "xml:lang", codes[variant.language] ?? variant.language.description, to: &bytes)
      let misfits = TMXText.append(variant.attributes, to: &bytes) { name, _ in
        TMX.Allowed.variant.contains(name)
      }
      bytes.append(markup: ">\n")
      // The segment stands last, but its codes may need properties, which stand before it.
      let inline = level > 1 && variant.content.hasCodes ? InlineText(variant.content) : nil
      TMXText.append(
        variant.notes,
        ProvenanceProperties.properties(of: variant.origin) + misfits + (inline?.misfits ?? [])
          + ProvenanceProperties.misfits(variant.properties, variant.notes) + variant.properties,
        to: &bytes)
      bytes.append(markup: "<seg>")
      if let inline {
        bytes.append(contentsOf: inline.bytes)
      } else {
        XMLText.append(variant.content.text, to: &bytes)
      }
      bytes.append(markup: "</seg>\n</tuv>\n")
    }
  }

  static func append(_ options: TMX.Writer.Options, to bytes: inout [UInt8]) {
    let type =
      TMX.Allowed.segmentTypes.contains(options.segmentType) ? options.segmentType : "block"
    bytes.append(markup: "<header")
    attribute("creationtool", options.tool, to: &bytes)
    attribute("creationtoolversion", options.toolVersion, to: &bytes)
    attribute("segtype", type, to: &bytes)
    attribute("o-tmf", options.tool, to: &bytes)
    attribute("adminlang", "en", to: &bytes)
    attribute(
      "srclang", options.sourceLanguage.map { options.codes[$0] ?? $0.description } ?? "*all*",
      to: &bytes)
    attribute("datatype", "plaintext", to: &bytes)
    if let date = options.creationDate { attribute("creationdate", date, to: &bytes) }
    bytes.append(markup: ">\n")
    append(options.notes, options.properties, to: &bytes)
    bytes.append(markup: "</header>\n")
  }

  /// Writes the attributes that are allowed, each name once; the others come back as properties.
  fileprivate static func append(
    _ attributes: [Attribute], to bytes: inout [UInt8], isAllowed: (String, String) -> Bool
  ) -> [Property] {
    var misfits: [Property] = []
    for (index, each) in attributes.enumerated() {
      if isAllowed(each.name, each.value),
        !attributes[..<index].contains(where: {
          $0.name == each.name && isAllowed($0.name, $0.value)
        })
      {
        attribute(each.name, each.value, to: &bytes)
      } else {
        misfits.append(Property(ProvenanceProperties.attributePrefix + each.name, each.value))
      }
    }
    return misfits
  }

  fileprivate static func append(
    _ notes: [Note], _ properties: [Property], to bytes: inout [UInt8]
  ) {
    for note in notes {
      bytes.append(markup: "<note")
      encoding(note.attributes, to: &bytes)
      if let language = note.language { attribute("xml:lang", language.description, to: &bytes) }
      bytes.append(markup: ">")
      XMLText.append(note.text, to: &bytes)
      bytes.append(markup: "</note>\n")
    }
    for property in properties {
      bytes.append(markup: "<prop")
      attribute("type", property.type, to: &bytes)
      encoding(property.attributes, to: &bytes)
      if let language = property.language {
        attribute("xml:lang", language.description, to: &bytes)
      }
      bytes.append(markup: ">")
      XMLText.append(property.value, to: &bytes)
      bytes.append(markup: "</prop>\n")
    }
  }

  /// The one other attribute that a property or a note may have.
  private static func encoding(_ attributes: [Attribute], to bytes: inout [UInt8]) {
    guard let encoding = attributes.first(where: { $0.name == "o-encoding" }) else { return }
    attribute(encoding.name, encoding.value, to: &bytes)
  }

  static func attribute(_ name: String, _ value: String, to bytes: inout [UInt8]) {
    bytes.append(0x20)
    bytes.append(contentsOf: name.utf8)
    bytes.append(markup: "=\"")
    XMLText.append(value, quotes: true, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }
}

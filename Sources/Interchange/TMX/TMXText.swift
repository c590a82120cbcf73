internal import BitextModel

/// Headers and units as the text of TMX 1.4.
enum TMXText {
  static func append(_ options: TMX.Writer.Options, to bytes: inout [UInt8]) {
    let type =
      TMX.Allowed.segmentTypes.contains(options.segmentType) ? options.segmentType : "block"
    bytes.append(markup: "<header")
    attribute("creationtool", options.tool, to: &bytes)
    attribute("creationtoolversion", options.toolVersion, to: &bytes)
    attribute("segtype", type, to: &bytes)
    attribute("o-tmf", options.tool, to: &bytes)
    attribute("adminlang", "en", to: &bytes)
    attribute("srclang", options.sourceLanguage?.description ?? "*all*", to: &bytes)
    attribute("datatype", "plaintext", to: &bytes)
    if let date = options.creationDate { attribute("creationdate", date, to: &bytes) }
    bytes.append(markup: ">\n")
    append(options.notes, options.properties, to: &bytes)
    bytes.append(markup: "</header>\n")
  }

  static func append(_ unit: TranslationUnit, to bytes: inout [UInt8]) {
    bytes.append(markup: "<tu")
    let misfits = append(unit.attributes, to: &bytes) { name, value in
      TMX.Allowed.unit.contains(name)
        && (name != "segtype" || TMX.Allowed.segmentTypes.contains(value))
    }
    bytes.append(markup: ">\n")
    append(
      unit.notes, ProvenanceProperties.properties(of: unit.link) + misfits + unit.properties,
      to: &bytes)
    for variant in unit.variants { append(variant, to: &bytes) }
    bytes.append(markup: "</tu>\n")
  }

  private static func append(_ variant: Variant, to bytes: inout [UInt8]) {
    bytes.append(markup: "<tuv")
    attribute("xml:lang", variant.language.description, to: &bytes)
    let misfits = append(variant.attributes, to: &bytes) { name, _ in
      TMX.Allowed.variant.contains(name)
    }
    bytes.append(markup: ">\n")
    // The segment stands last, but its codes may need properties, which stand before it.
    let codes = variant.content.hasCodes ? InlineText(variant.content) : nil
    append(
      variant.notes,
      ProvenanceProperties.properties(of: variant.origin) + misfits + (codes?.misfits ?? [])
        + variant.properties, to: &bytes)
    bytes.append(markup: "<seg>")
    if let codes {
      bytes.append(contentsOf: codes.bytes)
    } else {
      XMLText.append(variant.content.text, to: &bytes)
    }
    bytes.append(markup: "</seg>\n</tuv>\n")
  }

  /// Writes the attributes that are allowed, each name once; the others come back as properties.
  private static func append(
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

  private static func append(
    _ notes: [Note], _ properties: [Property], to bytes: inout [UInt8]
  ) {
    for note in notes {
      bytes.append(markup: "<note")
      if let language = note.language { attribute("xml:lang", language.description, to: &bytes) }
      bytes.append(markup: ">")
      XMLText.append(note.text, to: &bytes)
      bytes.append(markup: "</note>\n")
    }
    for property in properties {
      bytes.append(markup: "<prop")
      attribute("type", property.type, to: &bytes)
      if let language = property.language {
        attribute("xml:lang", language.description, to: &bytes)
      }
      bytes.append(markup: ">")
      XMLText.append(property.value, to: &bytes)
      bytes.append(markup: "</prop>\n")
    }
  }

  static func attribute(_ name: String, _ value: String, to bytes: inout [UInt8]) {
    bytes.append(0x20)
    bytes.append(contentsOf: name.utf8)
    bytes.append(markup: "=\"")
    XMLText.append(value, quotes: true, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }
}

internal import BitextModel

/// Headers and units as the text of TMX 1.4.
enum TMXText {
  static func append(_ options: TMX.Writer.Options, to bytes: inout [UInt8]) {
    let type =
      TMX.Allowed.segmentTypes.contains(options.segmentType) ? options.segmentType : "block"
    bytes += "<header".utf8
    attribute("creationtool", options.tool, to: &bytes)
    attribute("creationtoolversion", options.toolVersion, to: &bytes)
    attribute("segtype", type, to: &bytes)
    attribute("o-tmf", options.tool, to: &bytes)
    attribute("adminlang", "en", to: &bytes)
    attribute("srclang", options.sourceLanguage?.description ?? "*all*", to: &bytes)
    attribute("datatype", "plaintext", to: &bytes)
    if let date = options.creationDate { attribute("creationdate", date, to: &bytes) }
    bytes += ">\n".utf8
    append(options.notes, options.properties, to: &bytes)
    bytes += "</header>\n".utf8
  }

  static func append(_ unit: TranslationUnit, to bytes: inout [UInt8]) {
    bytes += "<tu".utf8
    let misfits = append(unit.attributes, to: &bytes) { name, value in
      TMX.Allowed.unit.contains(name)
        && (name != "segtype" || TMX.Allowed.segmentTypes.contains(value))
    }
    bytes += ">\n".utf8
    append(
      unit.notes, ProvenanceProperties.properties(of: unit.link) + misfits + unit.properties,
      to: &bytes)
    for variant in unit.variants { append(variant, to: &bytes) }
    bytes += "</tu>\n".utf8
  }

  private static func append(_ variant: Variant, to bytes: inout [UInt8]) {
    bytes += "<tuv".utf8
    attribute("xml:lang", variant.language.description, to: &bytes)
    let misfits = append(variant.attributes, to: &bytes) { name, _ in
      TMX.Allowed.variant.contains(name)
    }
    bytes += ">\n".utf8
    var codes = InlineText()
    // The segment stands last, but its codes may need properties, which stand before it.
    codes.append(variant.content)
    append(
      variant.notes,
      ProvenanceProperties.properties(of: variant.origin) + misfits + codes.misfits
        + variant.properties, to: &bytes)
    bytes += "<seg>".utf8
    bytes += codes.bytes
    bytes += "</seg>\n</tuv>\n".utf8
  }

  /// Writes the attributes that are allowed, each name once; the others come back as properties.
  private static func append(
    _ attributes: [Attribute], to bytes: inout [UInt8], isAllowed: (String, String) -> Bool
  ) -> [Property] {
    var (written, misfits): (Set<String>, [Property]) = ([], [])
    for each in attributes {
      if isAllowed(each.name, each.value), written.insert(each.name).inserted {
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
      bytes += "<note".utf8
      if let language = note.language { attribute("xml:lang", language.description, to: &bytes) }
      bytes += ">".utf8
      XMLText.append(note.text, to: &bytes)
      bytes += "</note>\n".utf8
    }
    for property in properties {
      bytes += "<prop".utf8
      attribute("type", property.type, to: &bytes)
      if let language = property.language {
        attribute("xml:lang", language.description, to: &bytes)
      }
      bytes += ">".utf8
      XMLText.append(property.value, to: &bytes)
      bytes += "</prop>\n".utf8
    }
  }

  static func attribute(_ name: String, _ value: String, to bytes: inout [UInt8]) {
    bytes.append(0x20)
    bytes += name.utf8
    bytes += "=\"".utf8
    XMLText.append(value, quotes: true, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }
}

/// A unit's record: the JSON that a `UnitRecord` encodes to, members in the order of their names.
extension TranslationUnit: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.add("attributes", attributes.nonEmpty)
      json.add("link", link)
      json.add("notes", notes.nonEmpty)
      json.add("properties", properties.nonEmpty)
      json.add("variants", variants)
    }
  }
}

extension Variant: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.add("attributes", attributes.nonEmpty)
      json.add("content", content)
      json.add("language", language)
      json.add("notes", notes.nonEmpty)
      json.add("origin", origin)
      json.add("properties", properties.nonEmpty)
    }
  }
}

/// The text without codes is a string; with codes it is a list of strings and objects.
extension SegmentContent: JSONWritable {
  package func write(to json: inout JSONWriter) {
    if hasCodes { json.list(parts) } else { text.write(to: &json) }
  }
}

extension SegmentContent.Part: JSONWritable {
  package func write(to json: inout JSONWriter) {
    switch self {
    case .text(let text): text.write(to: &json)
    case .code(let code):
      json.object { json in
        json.add("attributes", code.attributes.nonEmpty)
        json.add("content", code.content.parts.isEmpty ? nil : code.content)
        json.add("kind", code.kind)
      }
    }
  }
}

extension TranslationUnit.Link: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.add("confidence", confidence)
      json.add("relation", relation)
      json.add("status", status)
      json.add("strength", strength)
      json.add("tool", tool)
    }
  }
}

extension Origin: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.add("document", document)
      json.add("segments", segments)
      json.add("sha256", sha256)
      json.add("spans", spans)
    }
  }
}

extension Attribute: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.add("name", name)
      json.add("value", value)
    }
  }
}

extension Property: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.add("attributes", attributes.nonEmpty)
      json.add("language", language)
      json.add("type", type)
      json.add("value", value)
    }
  }
}

extension Note: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.add("attributes", attributes.nonEmpty)
      json.add("language", language)
      json.add("text", text)
    }
  }
}

extension InlineCode.Kind: JSONWritable {}
extension Bead.Relation: JSONWritable {}
extension Bead.Strength: JSONWritable {}
extension Bead.Status: JSONWritable {}
extension TranslationUnit.ID: JSONWritable {}

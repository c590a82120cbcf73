package import BitextModel
internal import TranslationMemory

/// What a lookup found is written as it is encoded, members in the order of their names; a service
/// does it thousands of times a second.
extension LookupRecord: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.add("from", from)
      json.add("id", id)
      json.add("matches", matches)
      json.add("query", query)
      json.add("subsegments", subsegments)
      json.add("to", to)
      json.add("v", v)
    }
  }
}

extension LookupRecord.MatchRecord: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.add("adapted", adapted)
      json.add("affected", affected)
      json.add("diff", diff)
      json.add("kind", kind)
      json.add("links", links)
      json.add("memory", memory)
      json.add("penalties", penalties)
      json.add("provenance", provenance)
      json.add("relation", relation)
      json.add("score", score)
      json.add("similarity", similarity)
      json.add("source", source)
      json.add("sourceLanguage", sourceLanguage)
      json.add("target", target)
      json.add("targetLanguage", targetLanguage)
      json.add("unit", unit)
    }
  }
}

extension LookupRecord.LinkRecord: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.add("by", by)
      json.add("source", source)
      json.add("target", target)
      json.add("weight", weight)
    }
  }
}

extension ProvenanceRecord: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.add("added", added)
      json.add("confidence", confidence)
      json.add("file", file)
      json.add("places", places)
      json.add("status", status)
      json.add("strength", strength)
      json.add("tool", tool)
    }
  }
}

extension ProvenanceRecord.Place: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.add("document", document)
      json.add("language", language)
      json.add("segments", segments)
      json.add("sha256", sha256)
      json.add("spans", spans)
    }
  }
}

extension SubsegmentRecord: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.add("hits", hits)
      json.add("range", range)
      json.add("text", text)
      json.add("words", words)
    }
  }
}

extension SubsegmentRecord.Hit: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.add("isWhole", isWhole)
      json.add("memory", memory)
      json.add("ranges", ranges)
      json.add("source", source)
      json.add("target", target)
      json.add("targetRanges", targetRanges)
      json.add("unit", unit)
    }
  }
}

extension Difference.Piece: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.add("op", kind)
      json.add("text", text)
    }
  }
}

extension Adaptation: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.add("replacements", replacements)
      json.add("text", text)
    }
  }
}

extension Adaptation.Replacement: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.add("new", new)
      json.add("old", old)
    }
  }
}

extension Difference.Kind: JSONWritable {}

internal import BitextToolkit

/// An alignment file as one JSON document: `--format json`.
enum AlignmentDocument {
  static func text(of file: AlignmentFile) -> String {
    let lines = Array(file.lines)
    let isSegment = { (line: String) in line.hasPrefix(#"{"type":"segment""#) }
    let segments = lines.dropFirst().filter(isSegment)
    let links = lines.dropFirst().filter { !isSegment($0) }
    return """
      {"v":1,"header":\(lines.first ?? "null"),"segments":[\(segments.joined(separator: ","))],\
      "links":[\(links.joined(separator: ","))]}
      """
  }
}

public import BitextModel
public import Interchange

extension AlignmentFile {
  /// The bitext that the file is of. Its texts have the bytes of the documents but for white space
  /// between sentences, of which a file keeps the amount alone; offsets are the documents' own.
  public func bitext() throws(Document.Fault) -> Bitext {
    Bitext(
      source: try Self.document(source, header.source),
      target: try Self.document(target, header.target), alignment: alignment)
  }

  private static func document(
    _ side: Side, _ entry: Header.Document
  ) throws(Document.Fault) -> Document {
    var text = ""
    for (index, segment) in side.segments.enumerated() {
      let trimmed = side.trimmedRanges[index]
      text += blank(trimmed.lowerBound - segment.range.lowerBound)
      text += side.texts[index]
      text += blank(segment.range.upperBound - trimmed.upperBound)
    }
    return try Document(
      name: entry.name, language: entry.language, text: text, segments: side.segments)
  }

  private static func blank(_ bytes: Int) -> String { String(repeating: " ", count: max(0, bytes)) }
}

extension BitextBuilder.Outcome {
  /// What an alignment file keeps of a build, and of its review since.
  ///
  /// - Parameter path: Where the text comes from, for the error.
  public init(alignmentFile text: String, path: String) throws(InputFault) {
    let file: AlignmentFile
    do throws(AlignmentFile.ParseError) {
      file = try AlignmentFile(text: text)
    } catch {
      throw InputFault(path, line: error.line, error.cause, remedy: error.remedy)
    }
    do throws(Document.Fault) {
      self.init(bitext: try file.bitext(), header: file.header, lost: file.lost)
    } catch {
      throw InputFault(
        path, error.description, remedy: "Write it anew: bitext align --format jsonl")
    }
  }
}

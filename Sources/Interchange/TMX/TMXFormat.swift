internal import BitextModel

extension UnitFormat {
  public static let tmx = UnitFormat(
    "tmx", title: "TMX", endings: ["tmx"], fidelity: .whole,
    begins: { $0.contains("<tmx") || $0.hasPrefix("<!DOCTYPE tmx") },
    open: { try TMXUnits($0) },
    create: { try TMXFile($0) })
}

/// TMX as one of the formats.
private final class TMXUnits: UnitFileReader {
  private var reader: TMX.Reader

  init(_ input: UnitFileInput) throws {
    let policy: TMX.Reader.Policy = input.isStrict ? .strict : .mend
    do throws(TMX.ParseError) {
      switch input.place {
      case .path(let path):
        reader = try TMX.Reader(path: path == "-" ? "/dev/stdin" : path, policy: policy)
      case .bytes(let files):
        reader = try TMX.Reader(policy: policy, bytes: files[""] ?? [])
      }
    } catch {
      throw FileFault(error)
    }
  }

  func next() throws -> TranslationUnit? {
    do throws(TMX.ParseError) {
      return try reader.next()
    } catch {
      throw FileFault(error)
    }
  }

  var remarks: [FileRemark] {
    reader.remarks.map { remark in
      FileRemark(
        remark.outcome == .mended ? .mended : .skipped, line: remark.line,
        remark.cause.description, remedy: remark.cause.remedy)
    }
  }

  var remarkCount: Int { reader.remarkCount }
}

extension FileFault {
  fileprivate init(_ error: TMX.ParseError) {
    self.init(line: error.line > 0 ? error.line : nil, error.cause)
  }
}

/// Owns a TMX writer, which cannot be copied.
private final class TMXFile: UnitFileWriter {
  private var writer: TMX.Writer

  init(_ output: UnitFileOutput) throws {
    var options = TMX.Writer.Options(
      toolVersion: output.options.toolVersion, sourceLanguage: output.options.languages.first,
      creationDate: output.options.creationDate)
    options.codes = output.options.codes
    options.level = output.options.level
    writer = try TMX.Writer(options: options, output: try output.open(""))
  }

  func write(_ unit: TranslationUnit) throws { try writer.write(unit) }
  func finish() throws { try writer.finish() }
}

extension TMX.Remark.Cause {
  /// What a person can do about it; `nil` where nothing need be done.
  var remedy: String? {
    switch self {
    case .malformedXML(let cause) where cause.contains("UTF-8"):
      "If it is Windows-1252, say so in the first line: encoding=\"windows-1252\""
    case .malformedXML, .nestedUnit, .bareAmpersand, .bareLessThan, .controlCharacter,
      .undeclaredEntity, .spaceBeforeDeclaration, .falseEncoding, .undecodable, .truncated:
      "Have the tool that wrote it export anew, or read it here and export it"
    case .capitals, .noHeader, .missingHeaderAttribute, .wrongHeaderAttribute, .foreignElement,
      .misplacedElement, .strayText, .secondSegment:
      "Reading it here and exporting it makes it valid"
    case .missingLanguage, .unknownLanguage: "Give each tuv an xml:lang such as de or en-GB"
    case .noSegment, .noVariant: "Fill the unit or take it out"
    case .tooLarge: "Cut the segment into sentences"
    }
  }
}

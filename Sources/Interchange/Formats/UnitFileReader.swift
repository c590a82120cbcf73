public import BitextModel

/// Reads the units of one file. A class, because it owns the file.
public protocol UnitFileReader: AnyObject {
  /// `nil` means the end, and is returned for ever after.
  ///
  /// - Throws: `FileFault`.
  func next() throws -> TranslationUnit?

  /// What was repaired or left out so far, in the order of the file; not more than some thousands.
  var remarks: [FileRemark] { get }

  /// How many remarks there would be without a limit.
  var remarkCount: Int { get }
}

/// Writes units. A class, because it owns the files.
public protocol UnitFileWriter: AnyObject {
  func write(_ unit: TranslationUnit) throws

  /// Writes what has to follow the last unit. Until it returns, nothing counts as written.
  func finish() throws
}

/// A reader as a cursor.
public struct UnitFileCursor: UnitCursor {
  private let reader: any UnitFileReader

  public init(_ reader: any UnitFileReader) {
    self.reader = reader
  }

  public mutating func next() throws -> TranslationUnit? { try reader.next() }
}

/// Units of a file that is read as a whole: each step gives one, says something, or ends it.
final class SteppedReader: UnitFileReader {
  enum Step {
    case unit(TranslationUnit)
    case remark(FileRemark)
  }

  private let step: () throws -> Step?
  private let isStrict: Bool
  private(set) var remarks: [FileRemark] = []
  private(set) var remarkCount = 0

  /// - Parameter isStrict: Whether a remark is a fault.
  init(isStrict: Bool, _ step: @escaping () throws -> Step?) {
    (self.isStrict, self.step) = (isStrict, step)
  }

  /// Of steps that are known already.
  convenience init(isStrict: Bool, _ steps: [Step]) {
    var rest = steps[...]
    self.init(isStrict: isStrict) { rest.popFirst() }
  }

  func next() throws -> TranslationUnit? {
    while let step = try step() {
      switch step {
      case .unit(let unit): return unit
      case .remark(let remark):
        if isStrict { throw FileFault(line: remark.line, remark.cause, remedy: remark.remedy) }
        remarkCount += 1
        if remarks.count < TMX.Reader.remarkLimit { remarks.append(remark) }
      }
    }
    return nil
  }
}

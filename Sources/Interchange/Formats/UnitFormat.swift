/// A format of files of units.
///
/// Adding one: a folder beside this one that declares it, and a line in `allCases`.
public struct UnitFormat: Sendable {
  /// As `--format` takes it.
  public let name: String
  /// For people, such as “comma-separated values”.
  public let title: String
  /// Of file names, in lower case, without the dot.
  public let endings: [String]
  /// Whether a file does not say its languages, so that a person has to.
  public let needsLanguages: Bool
  /// Whether a unit has exactly two texts in it, a source and a target.
  public let isBilingual: Bool
  public let fidelity: Fidelity
  private let begins: @Sendable (String) -> Bool
  private let open: (@Sendable (UnitFileInput) throws -> any UnitFileReader)?
  private let create: (@Sendable (UnitFileOutput) throws -> any UnitFileWriter)?
  private let fillable: (@Sendable (UnitFileInput) throws -> FillableDocument)?

  /// What comes back of a unit that was written and read again.
  public enum Fidelity: Sendable, Hashable {
    /// The same unit.
    case whole
    /// The texts of two languages, what highlights enclose included, without other codes.
    case texts
    /// The same, but line ends and tabs became spaces.
    case lines
  }

  /// - Parameters:
  ///   - begins: Whether a file that begins so, without byte-order mark and white space, is surely of
  ///     the format.
  ///   - open: `nil` for a format that is only written.
  ///   - create: `nil` for a format that is only read.
  ///   - fillable: `nil` for a format whose files are no documents that wait for a translation.
  init(
    _ name: String, title: String, endings: [String], needsLanguages: Bool = false,
    isBilingual: Bool = false, fidelity: Fidelity,
    begins: @escaping @Sendable (String) -> Bool = { _ in false },
    open: (@Sendable (UnitFileInput) throws -> any UnitFileReader)?,
    create: (@Sendable (UnitFileOutput) throws -> any UnitFileWriter)?,
    fillable: (@Sendable (UnitFileInput) throws -> FillableDocument)? = nil
  ) {
    (self.name, self.title, self.endings) = (name, title, endings)
    (self.needsLanguages, self.isBilingual) = (needsLanguages, isBilingual)
    (self.fidelity, self.begins) = (fidelity, begins)
    (self.open, self.create, self.fillable) = (open, create, fillable)
  }

  public var isRead: Bool { open != nil }
  public var isWritten: Bool { create != nil }
  /// Whether its files may be documents with places for translations.
  public var isFillable: Bool { fillable != nil }

  /// - Throws: `FileFault` when the file cannot be read at all.
  public func reader(_ input: UnitFileInput) throws -> any UnitFileReader {
    guard let open else {
      throw FileFault("\(title) can be written, not read")
    }
    return try open(input)
  }

  /// A file as a document to be filled.
  ///
  /// - Throws: `FileFault` when it cannot be read.
  public func document(_ input: UnitFileInput) throws -> FillableDocument {
    guard let fillable else {
      throw FileFault(
        "\(title) cannot be filled",
        remedy: "Give " + Self.allCases.filter(\.isFillable).map(\.title).joined(separator: ", "))
    }
    return try fillable(input)
  }

  public func writer(_ output: UnitFileOutput) throws -> any UnitFileWriter {
    guard let create else {
      throw FileFault("\(title) can be read, not written", remedy: "Choose another --format")
    }
    return try create(output)
  }
}

extension UnitFormat: CaseIterable {
  public static let allCases: [UnitFormat] = [
    .tmx,
    .jsonl,
    .tsv,
    .csv,
    .moses,
    .xliff,
    .xliff2,
    .po,
    .tbx,
  ]
}

extension UnitFormat: RawRepresentable, Hashable, CustomStringConvertible {
  public var rawValue: String { name }
  public var description: String { name }

  public init?(rawValue: String) {
    guard let format = Self.allCases.first(where: { $0.name == rawValue }) else { return nil }
    self = format
  }

  public static func == (a: UnitFormat, b: UnitFormat) -> Bool { a.name == b.name }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// The format that a file's name announces, packed with gzip or not.
  public init?(fileName: String) {
    var parts = fileName.lowercased().split(separator: ".")
    if parts.last == "gz" { parts.removeLast() }
    guard let ending = parts.last.map(String.init), parts.count > 1,
      let format = Self.allCases.first(where: { $0.endings.contains(ending) })
    else { return nil }
    self = format
  }

  /// The format that surely begins so.
  public init?(beginning bytes: some Sequence<UInt8>) {
    var head = Array(bytes.prefix(4096))
    let isWide = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
    if isWide || head.dropFirst().first == 0 { head.removeAll { $0 == 0 || $0 >= 0xFE } }
    let text = String(decoding: head, as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    guard let format = Self.allCases.first(where: { $0.begins(String(text)) }) else { return nil }
    self = format
  }
}

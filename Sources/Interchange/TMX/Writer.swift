public import BitextModel

extension TMX {
  /// Writes units as TMX 1.4 that is valid against the standard's DTD, whatever is in them.
  ///
  /// What the DTD has no place for becomes properties, which `Reader` turns back: writing and reading
  /// gives the same units. docs/tmx.md says how.
  public struct Writer: UnitSink, ~Copyable {
    /// Takes the next bytes of the file. The caller owns the file: beside its place, renamed at the end.
    public typealias Output = (UnsafeRawBufferPointer) throws -> Void

    /// What the header says. Only `creationDate` depends on when a file is written: it is left out
    /// unless the caller gives one.
    public struct Options: Sendable, Hashable {
      /// The program and its version.
      public var tool: String, toolVersion: String
      /// `nil` says `*all*`: any language may be the source.
      public var sourceLanguage: LanguageTag?
      /// `block`, `paragraph`, `sentence` or `phrase`.
      public var segmentType: String
      /// As TMX writes dates: `20251121T053000Z`.
      public var creationDate: String?
      /// Codes to write instead of languages' own.
      public var codes: [LanguageTag: String] = [:]
      /// 1 writes text alone, 2 inline codes too.
      public var level = 2
      public var properties: [Property]
      public var notes: [Note]

      public init(
        tool: String = "bitext", toolVersion: String, sourceLanguage: LanguageTag? = nil,
        segmentType: String = "sentence", creationDate: String? = nil,
        properties: [Property] = [], notes: [Note] = []
      ) {
        (self.tool, self.toolVersion) = (tool, toolVersion)
        (self.sourceLanguage, self.segmentType) = (sourceLanguage, segmentType)
        (self.creationDate, self.properties, self.notes) = (creationDate, properties, notes)
      }
    }

    private let output: Output
    private let dialect: TMXText.Dialect
    private var bytes: [UInt8] = []
    private static let bufferSize = 64 << 10

    /// Writes the header.
    public init(options: Options, output: @escaping Output) throws {
      self.output = output
      dialect = TMXText.Dialect(codes: options.codes, level: options.level)
      bytes.reserveCapacity(2 * Self.bufferSize)
      bytes.append(contentsOf: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
      bytes.append(contentsOf: "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n<tmx version=\"1.4\">\n".utf8)
      TMXText.append(options, to: &bytes)
      bytes.append(contentsOf: "<body>\n".utf8)
    }

    /// - Note: A unit without variants has no place in TMX and is passed over.
    public mutating func write(_ unit: TranslationUnit) throws {
      guard !unit.variants.isEmpty else { return }
      dialect.append(unit, to: &bytes)
      if bytes.count >= Self.bufferSize { try flush() }
    }

    public mutating func finish() throws {
      bytes.append(contentsOf: "</body>\n</tmx>\n".utf8)
      try flush()
    }

    private mutating func flush() throws {
      try bytes.withUnsafeBytes { try output($0) }
      bytes.removeAll(keepingCapacity: true)
    }
  }
}

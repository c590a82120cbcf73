/// The text form of a language's rules: sections of words, phrases and settings.
///
/// `#` starts a comment; `[name]` starts a section. A section holds one entry a line or, where entries
/// are words, several on a line. docs/segmentation.md lists the sections.
struct RuleFile: Sendable, Hashable {
  struct Entry: Sendable, Hashable {
    let text: String
    /// One-based.
    let line: Int
  }

  /// Why a rule file cannot be used, and where.
  struct ParseError: Error, Sendable, Hashable, CustomStringConvertible {
    enum Reason: Sendable, Hashable {
      case entryOutsideSection(String)
      case unknownSection(String)
      case repeatedSection(String)
      case unknownSetting(String)
      case malformedSectionName(String)
    }
    let reason: Reason
    /// One-based.
    let line: Int

    var description: String {
      let text =
        switch reason {
        case .entryOutsideSection(let entry): "“\(entry)” stands before the first section"
        case .unknownSection(let name): "no section is called “\(name)”"
        case .repeatedSection(let name): "the section “\(name)” is there twice"
        case .unknownSetting(let name): "no setting is called “\(name)”"
        case .malformedSectionName(let line): "“\(line)” lacks a closing bracket"
        }
      return "\(line): \(text)"
    }
  }

  /// The lines of each section, without comments and blank lines.
  private(set) var sections: [String: [Entry]] = [:]
  /// The names of the sections with their one-based lines, in the order of the file.
  private(set) var names: [Entry] = []

  init(_ text: String) throws(ParseError) {
    var current: String?
    for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let number = index + 1
      let content = String(raw.prefix { $0 != "#" }.trimming(" \t\r"))
      if content.isEmpty { continue }
      if content.hasPrefix("[") {
        guard content.hasSuffix("]") else {
          throw ParseError(reason: .malformedSectionName(content), line: number)
        }
        let name = String(content.dropFirst().dropLast())
        guard sections[name] == nil else {
          throw ParseError(reason: .repeatedSection(name), line: number)
        }
        sections[name] = []
        names.append(Entry(text: name, line: number))
        current = name
        continue
      }
      guard let section = current else {
        throw ParseError(reason: .entryOutsideSection(content), line: number)
      }
      sections[section, default: []].append(Entry(text: content, line: number))
    }
  }
}

extension Substring {
  /// Without the given characters at either end.
  func trimming(_ characters: String) -> Substring {
    var rest = drop { characters.contains($0) }
    while let last = rest.last, characters.contains(last) { rest = rest.dropLast() }
    return rest
  }
}

public import BilingualLexicon
public import BitextModel
internal import Foundation

/// The lexicons of this machine: `$XDG_DATA_HOME/bitext/lexicons/<a>-<b>.lex`, either direction.
public enum LexiconFolder {
  /// What to do when there is none.
  public static let remedy =
    "Compile one: apt-get install trans-de-en, then bitext lexicon build --from de --to en "
    + "/usr/share/trans/de-en"

  public static func path(_ source: LanguageTag, _ target: LanguageTag) -> String {
    "\(DataFolders.lexicons)/\(source.language)-\(target.language).lex"
  }

  /// The same for a pair of languages, which need not be the one that Ding knows.
  public static func remedy(_ source: LanguageTag, _ target: LanguageTag) -> String {
    Set([source.language, target.language]) == ["de", "en"]
      ? remedy : "Compile one with bitext lexicon build, or say --lexicon none"
  }

  /// The lexicon of two languages, in whichever direction it was compiled; `nil` when there is none.
  public static func find(_ source: LanguageTag, _ target: LanguageTag) throws(InputFault)
    -> Lexicon?
  {
    for path in [path(source, target), path(target, source)]
    where FileManager.default.fileExists(atPath: path) {
      return try open(path)
    }
    return nil
  }

  public static func open(_ path: String) throws(InputFault) -> Lexicon {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw InputFault(path, "a folder, not a lexicon", remedy: "Name the .lex file inside it")
    }
    do {
      return try Lexicon(path: path)
    } catch {
      let cause = error.description.replacing("\(path): ", with: "")
      throw InputFault(path, cause, remedy: remedy)
    }
  }

  /// Paths of the lexicons in the folder, sorted.
  public static func paths() -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: DataFolders.lexicons)) ?? []
    return names.filter { $0.hasSuffix(".lex") }.sorted().map { "\(DataFolders.lexicons)/\($0)" }
  }

  public static func all(or path: String?) throws(InputFault) -> [Lexicon] {
    let paths = path.map { [$0] } ?? paths()
    guard !paths.isEmpty else {
      throw InputFault(DataFolders.lexicons, "no lexicon there", remedy: remedy)
    }
    var lexicons: [Lexicon] = []
    for path in paths { lexicons.append(try open(path)) }
    return lexicons
  }
}

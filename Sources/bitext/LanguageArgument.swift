internal import ArgumentParser
internal import BitextToolkit

/// A language given on the command line.
struct Language: ExpressibleByArgument {
  let tag: LanguageTag

  init?(argument: String) {
    // Longer primary subtags are well-formed, but no language has one: it is a name, like “deutsch”.
    guard let tag = LanguageTag(argument), tag.language.count <= 3 else { return nil }
    self.tag = tag
  }

  var defaultValueDescription: String { tag.description }
}

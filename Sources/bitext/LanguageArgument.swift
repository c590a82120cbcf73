internal import ArgumentParser
internal import BitextToolkit

/// A language given on the command line.
struct Language: ExpressibleByArgument {
  let tag: LanguageTag

  init?(argument: String) {
    guard let tag = LanguageTag(argument) else { return nil }
    self.tag = tag
  }

  var defaultValueDescription: String { tag.description }
}

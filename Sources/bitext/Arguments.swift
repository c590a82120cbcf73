public import ArgumentParser
public import BitextToolkit

// How the toolkit's values are written on the command line.

extension LanguageTag: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(argument)
  }
}

extension Segmenter.Profile: ExpressibleByArgument {}

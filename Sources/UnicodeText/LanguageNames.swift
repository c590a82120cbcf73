internal import CICU

/// What languages are called, by CLDR.
public enum LanguageNames {
  /// The English name of a tag, such as `German` or `Portuguese (Brazil)`; the tag itself when ICU knows
  /// no name.
  public static func english(_ tag: String) -> String {
    fill(capacity: 128) { out, capacity in cicu_language_name(tag, out, capacity) } ?? tag
  }
}

internal import CICU

/// What a language tag leaves unsaid, by CLDR's likely subtags (UTS #35).
public enum LikelySubtags {
  /// The tag with its most likely script and region, such as `de_Latn_DE` for `de`; the tag itself
  /// when ICU knows no better.
  public static func maximized(_ tag: String) -> String {
    fill(capacity: 64) { out, capacity in cicu_maximize(tag, out, capacity) } ?? tag
  }
}

internal import BitextModel
internal import TranslationMemory

/// What makes two units the same: the texts and codes of all variants and where they stand, whatever
/// their order; not properties, dates, confidences or who made them.
struct UnitIdentity: Hashable {
  private let variants: [Place]
  /// The same on every machine; stored on disk, and compared in full where it agrees.
  let hash: Int64

  init(_ unit: TranslationUnit) {
    let variants = unit.variants.map(Place.init).sorted { $0.text < $1.text }
    self.variants = variants
    hash = Int64(bitPattern: variants.reduce(FNV.start) { FNV.hash($1.text, from: $0) })
  }

  private struct Place: Hashable {
    /// Language, content and origin, each closed by a character that no XML text holds.
    let text: String

    init(_ variant: Variant) {
      var text = variant.language.description + "\u{1}"
      Self.append(variant.content, to: &text)
      text += "\u{1}"
      if let origin = variant.origin {
        text += origin.document + "\u{1}" + (origin.sha256 ?? "")
        for span in origin.spans { text += "\u{1}\(span.lowerBound)-\(span.upperBound)" }
      }
      self.text = text + "\u{2}"
    }

    private static func append(_ content: SegmentContent, to text: inout String) {
      for part in content.parts {
        switch part {
        case .text(let piece): text += piece
        case .code(let code):
          text += "\u{3}" + code.kind.rawValue
          for attribute in code.attributes {
            text += "\u{4}" + attribute.name + "\u{5}" + attribute.value
          }
          text += "\u{6}"
          append(code.content, to: &text)
          text += "\u{7}"
        }
      }
    }
  }
}

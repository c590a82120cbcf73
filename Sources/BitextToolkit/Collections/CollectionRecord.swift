internal import BitextModel
internal import Foundation

/// The claims of a collection as programs read them: `bitext align --collection … --json`.
public struct CollectionRecord: Encodable, Sendable {
  public let header: Header
  public let documents: [DocumentEntry]
  public let pairs: [PairEntry]
  public let sentences: [SentenceEntry]
  public let clusters: [ClusterEntry]

  public struct Header: Encodable, Sendable {
    let v = 1
    let type = "header"
    let tool: String
    let aligner, lexicon, encoder: String?
    let leastComparability: Double
  }

  /// Documents are numbered over both languages, from 0.
  public struct DocumentEntry: Encodable, Sendable {
    let type = "document"
    let index: Int
    let side: String
    let name: String?
    let language: LanguageTag
    let sha256: String
    /// How many there are that can be linked.
    let sentences: Int
  }

  public struct PairEntry: Encodable, Sendable {
    let type = "pair"
    let source, target: Int
    let comparability: Double?
    /// Absent from a pair that was not aligned.
    let mode, why: String?
    let full, partial: Int?
  }

  public struct PlaceEntry: Encodable, Sendable {
    let document, index: Int
  }

  /// A sentence that has counterparts.
  public struct SentenceEntry: Encodable, Sendable {
    let type = "sentence"
    let document, index, start, end: Int
    let text: String
    let counterparts: [CounterpartEntry]
  }

  public struct CounterpartEntry: Encodable, Sendable {
    let document, index: Int
    let strength: Bead.Strength
    let confidence: Double
  }

  public struct ClusterEntry: Encodable, Sendable {
    let type = "cluster"
    let index: Int
    let confidence: Double
    let sentences: [PlaceEntry]
  }

  /// - Parameter builder: What the collection was aligned with.
  public init(_ collection: CollectionAlignment, builder: BitextBuilder, leastComparability: Double)
  {
    let offset = collection.sources.count
    func number(_ place: CollectionAlignment.Place) -> Int {
      place.document + (place.isSource ? 0 : offset)
    }
    let any = collection.pairs.lazy.compactMap { $0.outcome?.header }
    header = Header(
      tool: builder.tool, aligner: any.first?.aligner, lexicon: any.first?.lexicon,
      encoder: any.first { $0.encoder != nil }?.encoder, leastComparability: leastComparability)
    let all = collection.sources + collection.targets
    documents = all.enumerated().map { index, document in
      DocumentEntry(
        index: index, side: index < offset ? "source" : "target", name: document.name,
        language: document.language, sha256: Fingerprint.sha256(document.text),
        sentences: document.segments.count { $0.kind == .sentence })
    }
    pairs = collection.pairs.map { pair in
      let links = pair.outcome?.bitext.alignment.links
      return PairEntry(
        source: pair.source, target: offset + pair.target,
        comparability: pair.comparability.map(Self.rounded),
        mode: pair.outcome?.header.mode.rawValue,
        why: pair.outcome?.header.why, full: links?.count { $0.strength == .full },
        partial: links?.count { $0.strength == .partial })
    }
    sentences = collection.counterparts.map { place, counterparts in
      let document = all[number(place)]
      let range = document.segments[place.segment].range
      return SentenceEntry(
        document: number(place), index: place.segment, start: range.lowerBound,
        end: range.upperBound, text: String(document.trimmedText(of: place.segment)),
        counterparts: counterparts.map {
          CounterpartEntry(
            document: number($0.place), index: $0.place.segment, strength: $0.strength,
            confidence: Self.rounded($0.confidence))
        })
    }.sorted { ($0.document, $0.index) < ($1.document, $1.index) }
    clusters = collection.clusters.enumerated().map { index, cluster in
      ClusterEntry(
        index: index, confidence: Self.rounded(cluster.confidence),
        sentences: cluster.places.map { PlaceEntry(document: number($0), index: $0.segment) })
    }
  }

  private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}

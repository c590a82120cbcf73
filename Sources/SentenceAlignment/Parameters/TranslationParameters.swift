/// The numbers that decide which beads a translation gets, in one place; what only decides how fast the search
/// is stands with the search.
///
/// Provenance: chosen by hand on news-merge-dev, news-del15-dev, news-del30-dev, real-gnome-help and its
/// del12 (German-English) and textberg-dev (German-French), with and without a lexicon; docs/alignment.md has the
/// figures. The same for all language pairs. Log-odds are natural.
enum TranslationParameters {
  /// What part of the likeness of two runs in long texts an encoder says, where it is asked.
  static let meaning: Float = 0.5

  /// Beads of more than two segments.
  enum Joining {
    /// What one point of similarity gained by a further segment is worth, in log-odds.
    static let gain: Float = 15
    /// Log-odds of each segment beyond 1-1 before anything is known, and of both sides having several.
    static let segment: Float = -2.75
    static let bothSides: Float = -0.5
    /// A bead that scores less is no reading of the text: there is always a smaller bead, and segments
    /// left out.
    static let least: Float = -4
    /// A segment of which the other side covers a lesser share does not belong; without a lexicon the
    /// words are not known enough to ask for any.
    static let leastCovered: (known: Float, unknown: Float) = (0.05, 0)
    /// Segments beyond 1-1 a bead that `segment` is meant for, and by what the logarithm of the
    /// document's own number over this changes it, at most by `most` either way.
    static let usual = 0.08
    static let bend = 0.7
    static let most = 1.0
  }

  /// Segments without a counterpart.
  enum LeavingOut {
    /// The share of segments that the search begins with.
    static let usual = 0.05
    /// What is taken off the log-odds of the document's own share, and the bounds of the result: -5 suits
    /// near-complete translations.
    static let discount = 0.5
    static let bounds = -5.0 ... -1.3
    /// What the other order of segments left out side by side counts, 0 to 1.
    static let turn = 0.02
  }

  /// What stands around the words, in log-odds.
  enum Around {
    /// Of a segment that goes on where the one before broke off, of one that a colon announces, and of one that
    /// begins a paragraph or an item of a list: for reading it with the one before.
    static let goingOn: Float = 2
    static let announced: Float = 1
    static let newPart: Float = -1
    /// Of a bead whose sides both begin a paragraph, of which one does, of which one begins with a heading.
    static let bothBegin: Float = 0.5
    static let oneBegins: Float = -1
    static let oneIsHeading: Float = -1.5
    /// Of a bead whose sides begin with the same label, with others, of which one has none.
    static let sameLabel: Float = 1
    static let otherLabel: Float = -1
    static let noLabel: Float = -0.5
  }

  /// What a document teaches.
  enum Teaching {
    /// How often it is searched again: without a lexicon, and with one that knows too little of it.
    static let rounds = (without: 3, with: 1)
    /// A lexicon that explains this share of sure translations need not be taught: Ding explains .70 of
    /// news and handbooks, FreeDict .55 of German-French reports of climbs.
    static let wellExplained = 0.62
    /// How likely a bead must be to teach.
    static let leastLikely = 0.5
    /// Stems must stand together this often: once is chance.
    static let leastTogether = 2
    /// What is taken off for chance, in runs.
    static let chance = 0.5
    /// Dice's coefficient, at least, and what a pair may lack of its stems' best.
    static let leastDice = 0.35
    static let nearlyBest = 0.9
    /// Stems must stand together so many times as often as if neither knew of the other: what stands in
    /// every run says nothing.
    static let leastLift = 1.25
    /// How many examples' worth the general coefficients count in a fit to the document.
    static let stiffness = 50.0
  }

  /// No alignment is surer than one less this, whatever its words say.
  static let leastDoubt = 0.0005
}

extension PairModel {
  /// Fitted by `scripts/fit translations` on the 1-1 beads of four development sets of news and
  /// software documentation, German-English, against the pairs up to three places beside them.
  static let fitted = PairModel(
    prior: 2.05, similarity: -0.68, similarityByContent: 8.77, length: -2.89, lengthByContent: -1.7,
    content: -4.42, contradiction: -0.11)

  /// The same fitted without a lexicon: spelling explains a third of a translation at best, so that
  /// lengths and contradicting numbers count for more, and sharing nothing for less.
  static let withoutLexicon = PairModel(
    prior: 1.8, similarity: -1.91, similarityByContent: 8.5, length: -3.92, lengthByContent: -3.01,
    content: -1.41, contradiction: -1.25)
}

internal import BitextToolkit

/// What the page of a review shows: both texts side by side, each link a row with what can be done to it,
/// and each sentence that no link has.
struct ReviewPage {
  /// How the rows are shown.
  struct Look: Sendable, Hashable {
    var isByDoubt = false
    var isOpenOnly = false

    /// As a query: the same look on the page after an operation.
    var query: String {
      [isByDoubt ? "order=doubt" : nil, isOpenOnly ? "open=1" : nil].compactMap(\.self)
        .joined(separator: "&")
    }
  }

  struct Side {
    let name, language: String
  }

  struct Key {
    let key, what: String
  }

  let t: [String: String]
  let id, version, view: String
  let source, target: Side
  let summary, progress: String
  let decided, total: Int
  let canWrite, canUndo, isByDoubt, isOpenOnly, isParallel: Bool
  let message, notice: String?
  let map: ReviewMap
  let rows: [ReviewRow]
  let memory: String
  /// What follows the question mark in its addresses.
  let at: String
  let keys: [Key]

  /// - Parameters:
  ///   - message: Why something was not done; `nil` when nothing went wrong.
  ///   - memory: The one that the links are for.
  init(
    _ file: AlignmentFile, id: String, memory: String, version: String, look: Look, words: Words,
    canWrite: Bool, canUndo: Bool, message: String? = nil, notice: String? = nil
  ) {
    (self.id, self.version, view) = (id, version, look.query)
    (self.message, self.notice, self.memory) = (message, notice, memory)
    at = Exchange.query([("memory", memory)])
    (self.canWrite, self.canUndo) = (canWrite, canUndo)
    (isByDoubt, isOpenOnly) = (look.isByDoubt, look.isOpenOnly)
    t = words.texts
    source = Side(file.header.source, else: words["first_text"])
    target = Side(file.header.target, else: words["second_text"])
    isParallel = file.header.mode == .parallel
    let links = file.links.filter { $0.status != .candidate }
    total = links.count
    decided = links.count(where: \.isDecided)
    progress = words["decided_of", decided, total]
    summary = [
      words[isParallel ? "as_translation" : "as_claims"], words.count(total, "links"),
      words["rivals_many", file.links.count - total],
    ].joined(separator: " · ")
    map = ReviewMap(of: file)
    rows = ReviewRow.rows(of: file, look: look, words: words, canWrite: canWrite)
    keys = [
      ("j  k  ↓  ↑", "key_move"), ("n  N", "key_open"), ("a  r", "key_accept"), ("m", "key_merge"),
      ("s", "key_split"), ("u  d", "key_move_segment"), ("Space", "key_link"), ("e", "key_edit"),
      ("z", "key_undo"), ("Ctrl-R", "key_realign"), ("?", "key_help"),
    ].map { Key(key: $0, what: words[$1]) }
  }
}

extension ReviewPage.Side {
  fileprivate init(_ document: AlignmentFile.Header.Document, else name: String) {
    self.init(name: document.name ?? name, language: document.language.description)
  }
}

internal import BitextToolkit

/// What the page of alignments shows: a form for two texts, and those that are under review.
struct AlignmentsPage {
  struct Entry {
    let id, source, target, summary, progress: String
    let decided, total: Int
  }

  let t: [String: String]
  let message: String?
  let memories: [LookupPage.Choice]
  let memory: String
  /// Whether there is more than one memory.
  let several, canWrite: Bool
  let alignments: [Entry]

  init(
    _ shown: ShownMemories, words: Words, canWrite: Bool, message: String? = nil,
    projects: [(id: AlignmentShelf.ID, project: AlignmentProject)]
  ) {
    t = words.texts
    (memories, memory, several) = (shown.memories, shown.chosen, shown.memories.count > 1)
    (self.canWrite, self.message) = (canWrite, message)
    alignments = projects.map { Entry($0.id, $0.project.file, words) }
  }
}

extension AlignmentsPage.Entry {
  fileprivate init(_ id: AlignmentShelf.ID, _ file: AlignmentFile, _ words: Words) {
    self.id = id.description
    source = file.header.source.name ?? words["first_text"]
    target = file.header.target.name ?? words["second_text"]
    let links = file.links.filter { $0.status != .candidate }
    (decided, total) = (links.count(where: \.isDecided), links.count)
    progress = words["decided_of", decided, total]
    summary = [
      "\(file.header.source.language) – \(file.header.target.language)",
      words[file.header.mode == .parallel ? "as_translation" : "as_claims"],
      words.count(total, "links"),
    ].joined(separator: " · ")
  }
}

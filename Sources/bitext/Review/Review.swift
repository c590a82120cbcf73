internal import BitextToolkit
internal import Foundation

/// The conversation of a review: single keys on a terminal, else a word a line.
struct Review {
  private enum Action {
    case accept, reject, undo, next, previous, order, quit

    init?(_ character: Character) {
      switch character {
      case "a", "y", "+": self = .accept
      case "r", "x", "-": self = .reject
      case "u", "z": self = .undo
      case "n", "s", "j", " ", "\r", "\n": self = .next
      case "p", "k": self = .previous
      case "o": self = .order
      case "q", "\u{4}": self = .quit
      default: return nil
      }
    }

    /// The word that a script writes; its first letter is the key.
    init?(word: String) {
      if word.count == 1, let first = word.first {
        self.init(first)
        return
      }
      switch word {
      case "accept": self = .accept
      case "reject": self = .reject
      case "undo": self = .undo
      case "next", "skip": self = .next
      case "previous", "back": self = .previous
      case "order": self = .order
      case "quit": self = .quit
      default: return nil
      }
    }
  }

  private var session: ReviewSession
  private var message: String?

  init(_ session: ReviewSession) {
    self.session = session
  }

  private static let help =
    "keys: " + ReviewText.keys.map { "\($0.0) \($0.1)" }.joined(separator: ", ")

  mutating func run() throws {
    if RawTerminal.isThere {
      try runOnTerminal()
    } else {
      try runByLines()
    }
    let (accepted, rejected) = session.decided
    let (decided, total) = session.progress
    Console.note(
      "\(session.path): \(accepted) accepted, \(rejected) rejected now; "
        + "\(decided) of \(Figures.count(total, "link")) decided")
  }

  private mutating func runOnTerminal() throws {
    try RawTerminal.use {
      var isOn = true
      while isOn {
        let text = ReviewText(session: session, width: Console.width, isStyled: true)
        RawTerminal.show(text.lines(message: message))
        message = nil
        guard let key = RawTerminal.key() else { break }
        switch key {
        case .character(let character):
          guard let action = Action(character) else {
            message = Self.help
            continue
          }
          isOn = try act(action)
        case .forward: isOn = try act(.next)
        case .backward: isOn = try act(.previous)
        case .other: message = Self.help
        }
      }
    }
  }

  private mutating func runByLines() throws {
    show()
    while let line = readLine() {
      let word = line.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
      if word.isEmpty { continue }
      if let action = Action(word: word) {
        guard try act(action) else { break }
      } else {
        message = "“\(word)” is no command; \(Self.help)"
      }
      show()
      if session.current == nil { continue }
    }
  }

  private mutating func show() {
    let text = ReviewText(
      session: session, width: Console.width, isStyled: Console.isColorful)
    for line in text.lines(message: message) { Console.print(line) }
    Console.print("")
    Console.flush()
    message = nil
  }

  /// - Returns: Whether the review goes on.
  private mutating func act(_ action: Action) throws -> Bool {
    let name = session.current.map { index in
      let link = session.links[index]
      return [link.source, link.target]
        .map { $0.map(String.init).joined(separator: "+") }.joined(separator: ":")
    }
    switch action {
    case .accept: message = try session.decide(.accepted) ?? "accepted \(name ?? "")"
    case .reject: message = try session.decide(.rejected) ?? "rejected \(name ?? "")"
    case .undo: message = try session.undo() ? "undone" : "nothing to undo"
    case .next: session.next()
    case .previous: if !session.previous() { message = "this was the first" }
    case .order:
      session.order = session.order == .document ? .leastCertainFirst : .document
      message = session.order == .document ? "in the order of the text" : "least certain first"
    case .quit: return false
    }
    return true
  }
}

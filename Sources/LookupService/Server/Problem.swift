internal import BitextToolkit
internal import HTTPTypes
internal import Hummingbird

/// Why a request is not answered as it wished: RFC 9457's problem details, one vocabulary for the API
/// and the pages.
struct Problem: Error, Sendable {
  /// The kinds of problems: the last part of their `type`, and their title.
  enum Kind: String, Sendable, CaseIterable {
    case badRequest = "bad-request"
    case badValue = "bad-value"
    case unauthorised = "unauthorised"
    case forbidden = "forbidden"
    case foreignOrigin = "foreign-origin"
    case unknownHost = "unknown-host"
    case notOffered = "not-offered"
    case notFound = "not-found"
    case wrongMethod = "wrong-method"
    case conflict = "conflict"
    case changedMeanwhile = "changed-meanwhile"
    case conditionMissing = "condition-missing"
    case tooLarge = "too-large"
    case wrongType = "wrong-content-type"
    case unusable = "unusable"
    case tooMany = "too-many-requests"
    case tooSlow = "too-slow"
    case internalError = "internal-error"
    case busy = "busy"

    var status: HTTPResponse.Status {
      switch self {
      case .badRequest, .badValue: .badRequest
      case .unauthorised: .unauthorized
      case .forbidden, .foreignOrigin, .unknownHost, .notOffered: .forbidden
      case .notFound: .notFound
      case .wrongMethod: .methodNotAllowed
      case .conflict: .conflict
      case .changedMeanwhile: .preconditionFailed
      case .conditionMissing: .preconditionRequired
      case .tooLarge: .contentTooLarge
      case .wrongType: .unsupportedMediaType
      case .unusable: .unprocessableContent
      case .tooMany: .tooManyRequests
      case .tooSlow: .requestTimeout
      case .internalError: .internalServerError
      case .busy: .serviceUnavailable
      }
    }

    var title: String {
      switch self {
      case .badRequest: "The request cannot be read"
      case .badValue: "A value of the request is not what it has to be"
      case .unauthorised: "A token is needed"
      case .forbidden: "The token does not allow this"
      case .foreignOrigin: "Pages of other sites may not use this service"
      case .unknownHost: "The service is not known by this name"
      case .notOffered: "The service is not set up for this"
      case .notFound: "There is no such thing"
      case .wrongMethod: "That cannot be done with it"
      case .conflict: "It does not fit what is there"
      case .changedMeanwhile: "Somebody has changed it meanwhile"
      case .conditionMissing: "Say which version you have seen"
      case .tooLarge: "The request is too large"
      case .wrongType: "The content is of a type that does not serve here"
      case .unusable: "The content cannot be used"
      case .tooMany: "Too many requests"
      case .tooSlow: "The request took too long"
      case .internalError: "Something is broken here"
      case .busy: "The service has too much to do"
      }
    }
  }

  let kind: Kind
  /// What exactly, and what helps, in sentences.
  let detail: String
  var headers: HTTPFields = [:]

  init(_ kind: Kind, _ detail: String, headers: HTTPFields = [:]) {
    (self.kind, self.detail, self.headers) = (kind, detail, headers)
  }

  /// The problem behind an error; `nil` for one that nobody foresaw.
  init?(_ error: any Error) {
    switch error {
    case let problem as Problem: self = problem
    case let fault as MemoryFault: self.init(fault)
    case let fault as InputFault: self.init(.unusable, fault.sentence)
    case let fault as FileFault:
      let place = fault.line.map { "Line \($0): " } ?? ""
      self.init(.unusable, place + fault.cause + "." + (fault.remedy.map { " \($0)." } ?? ""))
    default: return nil
    }
  }

  private init(_ fault: MemoryFault) {
    let kind: Kind =
      switch fault.reason {
      case .busy, .full: .busy
      case .readOnly, .older: .notOffered
      default: .internalError
      }
    // Paths of the server are nobody's business.
    self.init(kind, "The memory: \(fault.cause).", headers: kind == .busy ? Self.later : [:])
  }

  /// When to come again, in seconds.
  static let later: HTTPFields = [.retryAfter: "1"]

  static let crowded = Problem(
    .busy, "Too many requests are waiting already. Come again.", headers: later)
  static let waitedTooLong = Problem(
    .busy, "The request has waited too long for its turn.", headers: later)

  /// The body that tells it.
  struct Record: Encodable {
    let type, title: String
    let status: Int
    let detail: String
  }

  var record: Record {
    Record(
      type: "https://bitext.invalid/problems/\(kind.rawValue)", title: kind.title,
      status: kind.status.code, detail: detail)
  }
}

extension InputFault {
  /// The cause and the remedy without the place, which a client has named itself.
  fileprivate var sentence: String {
    let place = line.map { "Line \($0): " } ?? ""
    return place + cause + "." + (remedy.map { " \($0)." } ?? "")
  }
}

extension HTTPField.Name {
  /// A name that is known to be one.
  static func known(_ name: StaticString) -> HTTPField.Name {
    guard let name = HTTPField.Name("\(name)") else { preconditionFailure("no name of a field") }
    return name
  }
}

internal import BitextModel

/// One line of an alignment file, whose members are asked for by name and kind.
struct Record {
  private let object: JSONObject
  let number: Int

  /// - Parameter number: The one-based number of the line.
  init(line: Substring, number: Int) throws(AlignmentFile.ParseError) {
    let value: JSONValue
    do {
      value = try JSONParser.value(of: line)
    } catch {
      throw AlignmentFile.ParseError(
        reason: .malformedJSON(error.cause, column: error.column), line: number)
    }
    guard case .object(let object) = value else {
      throw AlignmentFile.ParseError(reason: .noRecord, line: number)
    }
    self.init(object: object, number: number)
  }

  private init(object: JSONObject, number: Int) {
    (self.object, self.number) = (object, number)
  }

  func fault(_ reason: AlignmentFile.ParseError.Reason) -> AlignmentFile.ParseError {
    AlignmentFile.ParseError(reason: reason, line: number)
  }

  func string(_ name: String) throws(AlignmentFile.ParseError) -> String {
    guard let value = try optionalString(name) else { throw fault(.missingMember(name)) }
    return value
  }

  /// `nil` when the member is missing or null.
  func optionalString(_ name: String) throws(AlignmentFile.ParseError) -> String? {
    switch object[name] {
    case nil, .null: return nil
    case .string(let value): return value
    case .some(let other): throw fault(.badValue(name, "\(other.kind), not a string"))
    }
  }

  func number(_ name: String) throws(AlignmentFile.ParseError) -> Double {
    try number(object[name], name)
  }

  func integer(_ name: String) throws(AlignmentFile.ParseError) -> Int {
    guard let value = try optionalInteger(name) else { throw fault(.missingMember(name)) }
    return value
  }

  func optionalInteger(_ name: String) throws(AlignmentFile.ParseError) -> Int? {
    guard let value = object[name] else { return nil }
    return try integer(value, name)
  }

  /// Ascending indexes of segments, at least one.
  func indexes(
    _ name: String, below count: Int
  ) throws(AlignmentFile.ParseError) -> [Int] {
    guard let value = object[name] else { throw fault(.missingMember(name)) }
    guard case .array(let elements) = value else {
      throw fault(.badValue(name, "\(value.kind), not a list"))
    }
    guard !elements.isEmpty else { throw fault(.badValue(name, "a link has two sides")) }
    var indexes: [Int] = []
    for element in elements {
      let index = try integer(element, name)
      guard (0..<count).contains(index) else {
        throw fault(.badValue(name, "there is no segment \(index)"))
      }
      guard indexes.last.map({ $0 < index }) ?? true else {
        throw fault(.badValue(name, "the indexes do not ascend"))
      }
      indexes.append(index)
    }
    return indexes
  }

  func value<Value: RawRepresentable<String> & CaseIterable>(
    _ name: String, of type: Value.Type
  ) throws(AlignmentFile.ParseError) -> Value {
    let text = try string(name)
    guard let value = Value(rawValue: text) else {
      let names = Value.allCases.map(\.rawValue).joined(separator: ", ")
      throw fault(.badValue(name, "“\(text)” is none of \(names)"))
    }
    return value
  }

  func object(_ name: String) throws(AlignmentFile.ParseError) -> Record {
    guard let value = object[name] else { throw fault(.missingMember(name)) }
    guard case .object(let object) = value else {
      throw fault(.badValue(name, "\(value.kind), not an object"))
    }
    return Record(object: object, number: number)
  }

  /// `nil` when the member is missing or null.
  func optionalObject(_ name: String) throws(AlignmentFile.ParseError) -> Record? {
    if object[name] == nil || object[name] == .null { return nil }
    return try object(name)
  }

  /// A list of objects; empty when the member is missing or null.
  func objects(_ name: String) throws(AlignmentFile.ParseError) -> [Record] {
    guard let value = object[name], value != .null else { return [] }
    guard case .array(let elements) = value else {
      throw fault(.badValue(name, "\(value.kind), not a list"))
    }
    var records: [Record] = []
    for element in elements {
      guard case .object(let object) = element else {
        throw fault(.badValue(name, "\(element.kind), not an object"))
      }
      records.append(Record(object: object, number: number))
    }
    return records
  }

  /// Two offsets, the second not before the first.
  func range(_ name: String) throws(AlignmentFile.ParseError) -> Range<Int> {
    guard case .array(let ends) = object[name], ends.count == 2 else {
      throw fault(.badValue(name, "not two offsets"))
    }
    let (start, end) = (try integer(ends[0], name), try integer(ends[1], name))
    guard 0 <= start, start <= end else {
      throw fault(.badValue(name, "\(start) and \(end) are no range"))
    }
    return start..<end
  }

  /// A list of texts, at least one.
  func texts(_ name: String) throws(AlignmentFile.ParseError) -> [String] {
    guard let value = object[name] else { throw fault(.missingMember(name)) }
    guard case .array(let elements) = value, !elements.isEmpty else {
      throw fault(.badValue(name, "not a list of texts"))
    }
    var texts: [String] = []
    for element in elements {
      guard case .string(let text) = element else {
        throw fault(.badValue(name, "\(element.kind), not a string"))
      }
      texts.append(text)
    }
    return texts
  }

  /// The members of an object of numbers, in the order of the file.
  func numbers(
    _ name: String
  ) throws(AlignmentFile.ParseError) -> [(name: String, value: Double)] {
    var numbers: [(name: String, value: Double)] = []
    for member in try object(name).object.members {
      numbers.append((member.name, try number(member.value, member.name)))
    }
    return numbers
  }

  func strings(_ name: String) throws(AlignmentFile.ParseError) -> [String: String] {
    let record = try object(name)
    var strings: [String: String] = [:]
    for member in record.object.members { strings[member.name] = try record.string(member.name) }
    return strings
  }

  private func number(
    _ value: JSONValue?, _ name: String
  ) throws(AlignmentFile.ParseError) -> Double {
    switch value {
    case nil: throw fault(.missingMember(name))
    case .number(let number): return number
    case .some(let other): throw fault(.badValue(name, "\(other.kind), not a number"))
    }
  }

  private func integer(
    _ value: JSONValue, _ name: String
  ) throws(AlignmentFile.ParseError) -> Int {
    guard let integer = Int(exactly: try number(value, name)) else {
      throw fault(.badValue(name, "not a whole number"))
    }
    return integer
  }
}

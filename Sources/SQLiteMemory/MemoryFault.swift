internal import GRDB
internal import Glibc
internal import TranslationMemory

/// Why a memory could not be opened, read or written.
public struct MemoryFault: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Reason: Sendable, Hashable {
    case missing
    /// A file stands where the folder should.
    case file
    /// A folder that holds no memory.
    case foreign
    case notCreated
    /// Something stands there already.
    case taken
    /// Written by a later version of the program.
    case newer
    /// Written by an earlier version, and may not be brought up to date here.
    case older
    case readOnly
    case busy
    case full
    /// The disk did not take or give what it should.
    case disk(String)
    case damaged(String)
    /// What finds the units is broken; the units are not.
    case brokenIndex(String)
  }

  public let path: String
  public let reason: Reason

  public init(_ path: String, _ reason: Reason) {
    (self.path, self.reason) = (path, reason)
  }

  public var description: String { "\(path): \(cause). \(remedy)." }

  /// What is wrong, without a full stop.
  public var cause: String {
    switch reason {
    case .missing: "no such memory"
    case .file: "a file, not a memory: a memory is a folder NAME.bitext"
    case .foreign: "a folder, but no memory: it has no units.sqlite of bitext's"
    case .notCreated: "the memory's folder cannot be made"
    case .taken: "there is something at that place already"
    case .newer: "written by a newer version of bitext"
    case .older: "written by an older version of bitext, and cannot be brought up to date here"
    case .readOnly: "the memory may not be written"
    case .busy: "another process is writing to the memory"
    case .full: "the disk is full"
    case .disk(let message): "the disk cannot be written or read (\(message))"
    case .damaged(let message): "the memory's database is damaged (\(message))"
    case .brokenIndex(let message): "the memory's index is damaged (\(message)); its units are not"
    }
  }

  /// What helps, without a full stop.
  public var remedy: String {
    switch reason {
    case .missing: "Check the name, or make it: bitext add \(path) FILE"
    case .file: "Name the memory's folder; to search a TMX file, add it to a memory first"
    case .foreign: "Name another folder, or none that exists: bitext add makes it"
    case .notCreated: "Check that the folder around it exists and may be written"
    case .taken: "Name another place, or say --replace to replace a memory"
    case .newer: "Update bitext, or export the memory with the newer one"
    case .older: "Make the folder writable and try again"
    case .readOnly: "Check the permissions of the folder and of the files in it"
    case .busy: "Wait until it is done and try again"
    case .disk: "Check the disk, its room and your quota; nothing was changed"
    case .full: "Make room and try again; nothing was changed"
    case .brokenIndex: "Write it anew: bitext check --rebuild \(path)"
    case .damaged: "Restore it from a copy, or build it anew from the files it was made of"
    }
  }

  /// The fault behind an error of the database; the error itself where it is none of these.
  static func from(_ error: any Error, at path: String) -> any Error {
    if let fault = error as? SegmentFault {
      if case .notWritten(let code) = fault.reason {
        let isFull = [ENOSPC, EDQUOT, EFBIG].contains(code)
        return MemoryFault(path, isFull ? .full : .readOnly)
      }
      return MemoryFault(path, .brokenIndex(fault.description))
    }
    guard let error = error as? DatabaseError else { return error }
    let reason: Reason
    switch error.resultCode {
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: reason = .readOnly
    case .SQLITE_BUSY, .SQLITE_LOCKED: reason = .busy
    case .SQLITE_FULL: reason = .full
    case .SQLITE_IOERR: reason = .disk(error.message ?? "I/O error")
    default: reason = .damaged(error.message ?? "SQLite error \(error.resultCode.rawValue)")
    }
    return MemoryFault(path, reason)
  }
}

public import Foundation
internal import Synchronization

/// A file that is written beside its place and renamed, so that nobody ever sees half of it.
///
/// What is no file, such as `/dev/stdout` or a named pipe, cannot be put into place: it is written
/// where it stands. A link stays a link, and what is replaced keeps its permissions.
public struct OutputFile: Sendable {
  /// The place, as a person named it.
  public let path: String
  /// Where to write until `commit`.
  public let working: String
  private let destination: String

  /// - Throws: `InputFault` when nothing can be written there. It is the time to notice: before work.
  public init(_ path: String) throws(InputFault) {
    guard !path.isEmpty else {
      throw InputFault("output", "the file's name is empty", remedy: "Name a file")
    }
    self.path = path
    var status = stat()
    let exists = stat(path, &status) == 0
    switch exists ? status.st_mode & S_IFMT : S_IFREG {
    case S_IFDIR:
      throw InputFault(path, "a folder, not a file", remedy: "Name a file inside it")
    case S_IFREG where !Self.isDevice(path):
      destination = exists ? URL(fileURLWithPath: path).resolvingSymlinksInPath().path : path
      working = try Self.beside(destination, path)
    default:
      (destination, working) = (path, path)
      guard access(path, W_OK) == 0 else { throw Self.fault(path, errno) }
    }
  }

  /// Writes all of a file at once.
  ///
  /// - Throws: `InputFault` when the place cannot be written; what stood there is untouched.
  public static func write(_ bytes: some Sequence<UInt8>, to path: String) throws(InputFault) {
    let file = try OutputFile(path)
    do throws(InputFault) {
      let handle = try file.open()
      do {
        try handle.write(contentsOf: Data(bytes))
        try handle.close()
      } catch {
        throw file.fault(error)
      }
      try file.commit()
    } catch {
      file.discard()
      throw error
    }
  }

  public static func write(_ text: String, to path: String) throws(InputFault) {
    try write(text.utf8, to: path)
  }

  /// Opens the working file; from now on it has to be committed or discarded.
  public func open() throws(InputFault) -> FileHandle {
    if working != destination { Self.unfinished.withLock { _ = $0.insert(working) } }
    let descriptor = Foundation.open(working, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.fault(path, errno) }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// Whether the file at another path is the one that would be replaced.
  public func replaces(_ other: String) -> Bool {
    var (mine, theirs) = (stat(), stat())
    guard stat(path, &mine) == 0, stat(other, &theirs) == 0 else { return false }
    let isFile = mine.st_mode & S_IFMT == S_IFREG
    return isFile && mine.st_dev == theirs.st_dev && mine.st_ino == theirs.st_ino
  }

  /// Puts the finished file into its place.
  public func commit() throws(InputFault) {
    guard working != destination else { return }
    var status = stat()
    if stat(destination, &status) == 0 { chmod(working, status.st_mode & 0o7777) }
    guard rename(working, destination) == 0 else {
      let fault = Self.fault(path, errno)
      discard()
      throw fault
    }
    Self.unfinished.withLock { _ = $0.remove(working) }
  }

  /// Takes away what was written; the place is as it was.
  public func discard() {
    guard working != destination else { return }
    unlink(working)
    Self.unfinished.withLock { _ = $0.remove(working) }
  }

  /// Takes away all that is neither committed nor discarded, for a program that is interrupted.
  public static func discardUnfinished() {
    unfinished.withLock { paths in
      for path in paths { unlink(path) }
      paths.removeAll()
    }
  }

  /// What an error while writing says to a person.
  public func fault(_ error: any Error) -> InputFault {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    let code = underlying ?? (error as NSError)
    return Self.fault(path, code.domain == NSPOSIXErrorDomain ? Int32(code.code) : EIO)
  }

  private static let unfinished = Mutex<Set<String>>([])
  private static let count = Atomic<Int>(0)

  /// Names in these folders are no files, even where standard output is one.
  private static func isDevice(_ path: String) -> Bool {
    path.hasPrefix("/dev/") && !path.hasPrefix("/dev/shm/") || path.hasPrefix("/proc/")
  }

  /// A hidden name in the same folder, so that renaming stays within one disk.
  private static func beside(_ destination: String, _ path: String) throws(InputFault) -> String {
    let url = URL(fileURLWithPath: destination)
    let folder = url.deletingLastPathComponent().path
    guard access(folder, W_OK) == 0 else { throw fault(path, errno) }
    let process = ProcessInfo.processInfo.processIdentifier
    // Short enough, however long the name is; numbered, for long names may begin alike.
    let number = count.add(1, ordering: .relaxed).oldValue
    return folder + "/.\(url.lastPathComponent.prefix(40)).\(process).\(number).part"
  }

  private static func fault(_ path: String, _ code: Int32) -> InputFault {
    switch code {
    case ENOENT, ENOTDIR:
      InputFault(path, "its folder does not exist", remedy: "Make the folder, or name another")
    case EACCES, EPERM, EROFS:
      InputFault(path, "may not be written", remedy: "Check the permissions of its folder")
    case ENOSPC, EDQUOT, EFBIG:
      InputFault(path, "the disk is full", remedy: "Make room and try again; nothing was changed")
    default:
      InputFault(path, "cannot be written (\(String(cString: strerror(code))))")
    }
  }
}

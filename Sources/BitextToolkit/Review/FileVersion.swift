internal import Foundation

/// Tells whether somebody else has written a file since.
struct FileVersion: Hashable {
  private let inode: UInt
  private let size: Int
  private let seconds, nanoseconds: Int

  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    inode = UInt(status.st_ino)
    size = Int(status.st_size)
    (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
  }
}

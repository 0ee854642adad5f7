import Foundation

/// Why Foundation could not write a file.
enum WritingFailure {
  /// Something of the name is there, which was not to be overwritten.
  static func isThere(_ error: any Error) -> Bool { (error as? CocoaError)?.code == .fileWriteFileExists }

  /// For people.
  static func reason(_ error: any Error) -> String {
    (error as? CocoaError)?.code == .fileWriteOutOfSpace ? "the disk is full" : "no permission, or no such folder"
  }
}

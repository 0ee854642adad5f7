import Audit
import Foundation

/// What tells this program from every other build of it, for what it keeps from one run to the next.
enum ProgramIdentity {
  /// The release with size and age of the executable: a build of the same release that counts otherwise is another program.
  ///
  /// Nil where the executable cannot be looked at; then nothing is kept.
  static var text: String? {
    guard let path = Bundle.main.executablePath,
      let facts = try? FileManager.default.attributesOfItem(atPath: path),
      let size = facts[.size] as? NSNumber, let age = facts[.modificationDate] as? Date
    else { return nil }
    return "\(Version.current) \(size) \(age.timeIntervalSinceReferenceDate)"
  }
}

import ArgumentParser
import Audit
import Foundation

/// The day of the report. Here, and nowhere else, is the clock read.
enum ReportDay {
  /// `--as-of`, else `SOURCE_DATE_EPOCH`, else `as-of:` in `cxaudit.yml`, else today in UTC.
  ///
  /// A variable that is no time is wrong usage.
  static func resolve(option: Day?, configured: Day?) throws -> Day {
    if let option { return option }
    if let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"], !epoch.isEmpty {
      return try day(ofEpoch: epoch)
    }
    if let configured { return configured }
    guard let today = Day(ordinal: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down))) else {
      throw ValidationError("the clock of this machine shows no year from 1 to 9999; give the day as --as-of")
    }
    return today
  }

  /// Seconds since 1970 (reproducible-builds.org).
  private static func day(ofEpoch text: String) throws -> Day {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let seconds = Int(text),
      let day = Day(ordinal: seconds / 86_400)
    else {
      throw ValidationError("SOURCE_DATE_EPOCH is '\(text)', which is no number of seconds since 1970")
    }
    return day
  }
}

/// Registers of earlier builds, and what is kept of this one.
extension Diagnostic {
  /// `reason` is the reader's own.
  package static func registerNotJSON(_ file: String, reason: String) -> Diagnostic {
    Diagnostic(
      .error, "history/not-json", at: Place(file: file), "this register cannot be read: \(reason)",
      hint: "'cxaudit snapshot' wrote it, and nobody should edit it; take it back from version control")
  }

  package static func registerUnknown(_ file: String, reason: String) -> Diagnostic {
    Diagnostic(
      .error, "history/no-register", at: Place(file: file), "this is no register of cxaudit: \(reason)",
      hint: "a register is data/findings.json of a site, or what 'cxaudit snapshot' keeps of it")
  }

  package static func registerNewer(_ file: String, version: String) -> Diagnostic {
    Diagnostic(
      .error, "history/newer", at: Place(file: file),
      "this register was written by a newer cxaudit: its version is \(version), this program reads "
        + "\(KeptRegister.version)",
      hint: "use the newer cxaudit here, too")
  }

  package static func snapshotOfOtherProject(_ file: String, project: String, own: String) -> Diagnostic {
    Diagnostic(
      .error, "history/other-project", at: Place(file: file),
      "this snapshot is of another project, '\(project)'; this one is '\(own)'",
      hint: "take it out of content/history; if the project was renamed, write the new title as its \"project\"")
  }

  package static func snapshotOfOtherDay(_ file: String, day: Day) -> Diagnostic {
    Diagnostic(
      .error, "history/other-day", at: Place(file: file),
      "this snapshot is of \(day.iso), not of the day it is named after",
      hint: "name it content/history/\(day.iso).json")
  }

  /// Told, and no matter of the report: it is the same with these files and without.
  package static func snapshotsLeftOut(_ late: [Snapshot], asOf day: Day) -> Diagnostic? {
    guard let first = late.first else { return nil }
    let number =
      late.count == 1 ? "this snapshot is" : "this snapshot and \(CountWords.of(late.count - 1, .laterOne)) are"
    return Diagnostic(
      .note, leftOutID, at: Place(file: first.file),
      "\(number) left out: the report is as of \(day.iso), and only what was kept before is its history")
  }

  package static let leftOutID = "history/left-out"

  package static func snapshotDiffers(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "snapshot/differs", at: Place(file: file),
      "nothing was written: there is a snapshot of this day already, and it says something else",
      hint:
        "snapshots are never changed: take one of another day with --as-of, or delete this one if nobody relies on it")
  }

  package static func snapshotNotWritten(_ file: String, reason: String) -> Diagnostic {
    Diagnostic(
      .error, "snapshot/not-written", at: Place(file: file), "the snapshot cannot be written: \(reason)",
      hint: "free some room or change the folder's permissions")
  }
}

/// Why two builds cannot be compared.
extension Diagnostic {
  package static func diffNoBuild(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "diff/no-build", at: Place(file: path),
      "there is neither data/findings.json nor data/statistics.csv in it",
      hint: "name a site, a snapshot, a findings.json or a statistics.csv")
  }

  package static func diffNoFile(_ path: String) -> Diagnostic {
    Diagnostic(.error, "diff/no-file", at: Place(file: path), "there is no such file or folder", hint: "check the path")
  }

  package static func diffNoStatistics(_ path: String, reason: String) -> Diagnostic {
    Diagnostic(
      .error, "diff/no-statistics", at: Place(file: path), "this is no statistics.csv of cxaudit: \(reason)",
      hint: "it is data/statistics.csv of a site, or what 'cxaudit statistics' prints")
  }

  package static func diffNothingInCommon(_ old: String, _ new: String) -> Diagnostic {
    Diagnostic(
      .error, "diff/nothing-in-common", at: nil, "one of '\(old)' and '\(new)' holds findings, the other figures",
      hint: "compare two registers, two statistics.csv or two sites")
  }

  package static func diffOtherProject(_ old: String, _ new: String) -> Diagnostic {
    Diagnostic(
      .warning, "diff/other-project", at: nil, "the two are of projects with different titles: '\(old)' and '\(new)'",
      hint: "findings are the same where their ids are")
  }
}

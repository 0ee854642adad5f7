import TestSupport
import Testing

@Suite struct SourceRules {
  @Test func noFileIsLongerThan500Lines() throws {
    for folder in ["Sources", "Tests", "Plugins", "templates"] {
      for file in try Repository.swiftFiles(below: folder) {
        let lines = try Repository.read(file).split(separator: "\n", omittingEmptySubsequences: false).count - 1
        #expect(lines <= 500, "\(file) has \(lines) lines")
      }
    }
  }

  @Test(arguments: [
    "Date(", "Date.now", "Locale", "TimeZone", "Calendar", "NumberFormatter", "DateFormatter", "getenv", "ProcessInfo",
    "SystemRandomNumberGenerator", "random(", "randomElement(", "shuffled(", "setlocale",
  ])
  func belowTheCommandNothingReadsClockPlaceOrChance(_ name: String) throws {
    for file in try Repository.swiftFiles(below: "Sources") where !file.hasPrefix("Sources/cxaudit/") {
      #expect(try !SourceFile(Repository.read(file)).uses(name), "\(file) uses \(name)")
    }
  }

  @Test func theClockIsReadInOnePlace() throws {
    let readers = try Repository.swiftFiles(below: "Sources/cxaudit").filter {
      try SourceFile(Repository.read($0)).uses("Date(")
    }
    #expect(readers == ["Sources/cxaudit/Options/ReportDay.swift"])
  }

  @Test func unsafeCodeStaysInsideItsTargets() throws {
    let mayUse = ["Sources/CommonMark/", "Sources/CSV/", "Sources/Write/"]
    for file in try Repository.swiftFiles(below: "Sources") where !mayUse.contains(where: file.hasPrefix) {
      #expect(try !SourceFile(Repository.read(file)).uses("unsafe"), "\(file) uses unsafe code")
    }
  }

  @Test func onlyTheLibraryProductsHavePublicNames() throws {
    for file in try Repository.swiftFiles(below: "Sources")
    where !file.hasPrefix("Sources/Statistics/") && !file.hasPrefix("Sources/CSV/") {
      #expect(try !SourceFile(Repository.read(file)).uses("public"), "\(file) has a public name")
    }
  }

  @Test(arguments: [
    ("let x = unsafe y", "unsafe", true), ("let isUnsafe = 1", "unsafe", false), ("// unsafe", "unsafe", false),
    ("let a = \"unsafe\"", "unsafe", false), ("let d = Date()", "Date(", true), ("Foundation.Date()", "Date(", true),
    ("let d: Date", "Date(", false), ("ReportDate()", "Date(", false), ("x.shuffled()", "shuffled(", true),
    ("Locale.current", "Locale", true),
  ])
  func wordsAreFoundInCodeOnly(_ case: (line: String, word: String, isFound: Bool)) {
    #expect(SourceFile(`case`.line).uses(`case`.word) == `case`.isFound)
  }
}

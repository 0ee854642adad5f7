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
  func belowTheCommandNothingReadsClockPlaceOrChance(_ name: String) {
    for source in SourceFile.all where !source.path.hasPrefix("Sources/cxaudit/") {
      #expect(!source.uses(name), "\(source.path) uses \(name)")
    }
  }

  @Test func theClockIsReadInOnePlace() {
    let readers = SourceFile.all.filter { $0.path.hasPrefix("Sources/cxaudit/") && $0.uses("Date(") }
    #expect(readers.map(\.path) == ["Sources/cxaudit/Options/ReportDay.swift"])
  }

  @Test func unsafeCodeStaysInsideItsTargets() {
    let mayUse = ["Sources/CommonMark/", "Sources/CSV/", "Sources/Pictures/", "Sources/Workbooks/", "Sources/Write/"]
    for source in SourceFile.all where !mayUse.contains(where: source.path.hasPrefix) {
      #expect(!source.uses("unsafe"), "\(source.path) uses unsafe code")
    }
  }

  @Test func onlyTheLibraryProductsHavePublicNames() {
    let libraries = ["Sources/Statistics/", "Sources/CSV/"]
    for source in SourceFile.all where !libraries.contains(where: source.path.hasPrefix) {
      #expect(!source.uses("public"), "\(source.path) has a public name")
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

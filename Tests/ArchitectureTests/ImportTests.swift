import TestSupport
import Testing

/// What each target may import beside the standard library.
private let allowed: [String: Set<String>] = [
  "Audit": [],
  "Statistics": systemLibraries,
  "CSV": systemLibraries.union(["CZlib"]),
  "CommonMark": systemLibraries.union(["CCMarkGFM", "Synchronization"]),
  "Pictures": ["CTurboJPEG"],
  "Workbooks": systemLibraries.union(["CMinizip", "CExpat"]),
  "Ingest": systemLibraries.union([
    "Audit", "CSV", "CommonMark", "Pictures", "Workbooks", "Theme", "Yams", "Foundation",
  ]),
  "Measure": ["Audit", "Statistics"],
  "Diagnose": ["Audit"],
  "Render": ["Audit", "CommonMark", "Theme", "Workbooks", "Mustache"],
  "Write": systemLibraries.union(["Audit", "CRename", "Foundation", "FoundationEssentials"]),
  "cxaudit": [
    "Audit", "Ingest", "Measure", "Diagnose", "Render", "Write", "ArgumentParser", "Dispatch", "Foundation",
  ],
  "CCMarkGFM": [],
  "CExpat": [],
  "CMinizip": [],
  "CRename": [],
  "CTurboJPEG": [],
  "CZlib": [],
]

/// The C library under its names.
private let systemLibraries: Set<String> = ["Glibc", "Musl", "Darwin"]

@Suite struct Imports {
  @Test func everyTargetIsListed() throws {
    #expect(try Set(Repository.folders(in: "Sources")) == Set(allowed.keys))
  }

  @Test(arguments: allowed.keys.sorted())
  func aTargetImportsOnlyWhatItMay(_ target: String) throws {
    let sources = SourceFile.all.filter { $0.path.hasPrefix("Sources/\(target)/") }
    #expect(!sources.isEmpty || target.hasPrefix("C"))
    for source in sources {
      let forbidden = source.imports.subtracting(allowed[target] ?? [])
      #expect(forbidden.isEmpty, "\(source.path) imports \(forbidden.sorted())")
    }
  }

  @Test func stagesDoNotImportEachOther() {
    let stages: Set<String> = ["Ingest", "Measure", "Diagnose", "Render", "Write"]
    for stage in stages { #expect(allowed[stage]?.isDisjoint(with: stages) == true) }
  }

  @Test(arguments: [
    ("import Audit", "Audit"), ("package import Audit", "Audit"), ("  import Glibc", "Glibc"),
    ("@testable import Write", "Write"), ("import struct Foundation.Data", "Foundation"),
    ("@preconcurrency public import Yams", "Yams"), ("// import Audit", ""), ("let important = 1", ""),
  ])
  func importsAreFound(_ case: (line: String, modules: String)) {
    #expect(SourceFile(`case`.line).imports.joined() == `case`.modules)
  }
}

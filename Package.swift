// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours is held to the same rules: Swift 6 mode, explicit existentials, internal imports, strict
/// memory safety, and no warning survives.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

func stage(_ name: String, _ dependencies: [Target.Dependency], path: String? = nil) -> Target {
  .target(name: name, dependencies: dependencies, path: path, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], path: "Tests/\(name)", exclude: exclude,
    swiftSettings: strict)
}

let package = Package(
  name: "cxaudit",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "cxaudit", targets: ["cxaudit"]),
    .library(name: "Statistics", targets: ["Statistics"]),
    .library(name: "CSV", targets: ["CSV"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // The nouns and the pure parts: no package, no other target of ours.
    stage("Audit", []),
    stage("Statistics", []),
    stage("CSV", ["CZlib"]),

    // Markdown.
    .systemLibrary(name: "CCMarkGFM", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    stage("CommonMark", ["CCMarkGFM"]),

    // Photos: what is not the picture is taken out of its bytes; large ones are made smaller.
    .systemLibrary(name: "CTurboJPEG", pkgConfig: "libturbojpeg", providers: [.apt(["libturbojpeg0-dev"])]),
    stage("Pictures", ["CTurboJPEG"]),

    // Workbooks. Debian has no static libzip, and the static Foundation needs an ICU for its XML parser.
    .systemLibrary(name: "CMinizip", pkgConfig: "minizip", providers: [.apt(["libminizip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    stage("Workbooks", ["CMinizip", "CExpat"]),

    // The theme: templates/ embedded in the binary.
    .target(
      name: "Theme", path: "templates", sources: ["Theme.swift"], swiftSettings: strict, plugins: ["EmbedTheme"]),
    .plugin(name: "EmbedTheme", capability: .buildTool(), dependencies: ["EmbedThemeTool"]),
    .executableTarget(name: "EmbedThemeTool", path: "Plugins/EmbedThemeTool", swiftSettings: strict),

    // The stages, in the order the data takes.
    stage("Ingest", ["Audit", "CSV", "CommonMark", "Pictures", "Workbooks", "Theme", yams]),
    stage("Measure", ["Audit", "Statistics"]),
    stage("Diagnose", ["Audit"]),
    stage("Render", ["Audit", "CommonMark", "Theme", "Workbooks", mustache]),
    .systemLibrary(name: "CRename"),
    stage("Write", ["Audit", "CRename"]),

    .executableTarget(
      name: "cxaudit",
      dependencies: ["Audit", "Ingest", "Measure", "Diagnose", "Render", "Write", argumentParser],
      resources: [.embedInCode("NewProject")], swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests("AuditTests", ["Audit"]),
    tests("StatisticsTests", ["Statistics"], exclude: ["fixtures.py", "fixtures-matrix.py", "samples.py"]),
    tests("CSVTests", ["CSV"], exclude: ["differential.py"]),
    tests("CommonMarkTests", ["CommonMark"]),
    tests("PicturesTests", ["Pictures"]),
    tests("WorkbooksTests", ["Workbooks"]),
    tests("IngestTests", ["Ingest", "Audit"]),
    tests("MeasureTests", ["Measure", "Audit", "Statistics"]),
    tests("DiagnoseTests", ["Diagnose", "Audit"]),
    tests("RenderTests", ["Render", "Audit", "Theme", "Workbooks"], exclude: ["Golden"]),
    tests("PipelineTests", ["Ingest", "Diagnose", "Measure", "Statistics", "Audit"]),
    tests("WriteTests", ["Write", "Audit"]),
    tests("ArchitectureTests", []),
    tests("cxauditTests", ["cxaudit", "Audit"]),
    tests("EndToEnd", ["cxaudit", "Audit", "Workbooks", yams]),
  ]
)

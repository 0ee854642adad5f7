import Audit

/// The machine-readable files under `data/`, without the manifest, which is written last and elsewhere.
enum Exports {
  static func files(_ report: Report) -> [SiteFile] {
    let benchmarks = BenchmarkTable.csv(report).map { [SiteFile(path: "data/benchmarks.csv", bytes: $0)] } ?? []
    return [
      SiteFile(path: "data/statistics.csv", bytes: StatisticsTable.csv(report.measured)),
      SiteFile(path: "data/notes.json", bytes: Array(StatisticsTable.notes(report.measured).document.utf8)),
      SiteFile(path: "data/findings.json", bytes: Array(FindingsDocument.json(report).document.utf8)),
    ] + benchmarks
  }
}

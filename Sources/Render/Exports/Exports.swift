package import Audit

/// The machine-readable files under `data/`, without the manifest, which is written last and elsewhere.
enum Exports {
  static func files(_ context: SiteContext) -> [SiteFile] {
    let report = context.report
    let actions = Action.all(context)
    var files = [
      SiteFile(path: "data/statistics.csv", bytes: StatisticsTable.csv(report.measured)),
      SiteFile(path: "data/notes.json", bytes: Array(StatisticsTable.notes(report.measured).document.utf8)),
      SiteFile(path: "data/findings.json", bytes: Array(FindingsDocument.json(report).document.utf8)),
      SiteFile(path: "data/actions.csv", bytes: ActionsTable.csv(actions, asOf: report.asOf)),
      SiteFile(path: "data/register.xlsx", bytes: RegisterWorkbook.bytes(actions, context, place: .inSite)),
    ]
    if let benchmarks = BenchmarkTable.csv(report) {
      files.append(SiteFile(path: "data/benchmarks.csv", bytes: benchmarks))
    }
    if let calendar = ActionDays.calendar(actions, context) {
      files.append(SiteFile(path: "data/actions.ics", bytes: calendar))
    }
    return files
  }
}

extension Report {
  /// `data/register.xlsx`, for a place from which no link leads to the pages.
  package var workbook: [UInt8] {
    let context = SiteContext(self)
    return RegisterWorkbook.bytes(Action.all(context), context, place: .elsewhere)
  }

  /// `data/actions.ics`; nil where nothing has a day.
  package var calendar: [UInt8]? {
    let context = SiteContext(self)
    return ActionDays.calendar(Action.all(context), context)
  }

  /// Leaves only these findings, and the plans that correct one of them.
  package mutating func keep(_ isKept: (Finding) -> Bool) {
    findings = findings.filter(isKept)
    let plans = Set(findings.flatMap(\.plans))
    project.corrections = project.corrections.filter { plans.contains($0.slug) }
  }
}

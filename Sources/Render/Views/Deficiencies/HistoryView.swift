import Audit

/// How a finding stood in earlier reports.
struct HistoryView: View {
  var sentence: String
  var table: TableView?

  static let fields: [Field<HistoryView>] = [.text("sentence", \.sentence), .object("table", \.table)]

  /// Nil where no earlier build is kept.
  init?(_ finding: Finding, _ context: SiteContext) {
    guard let history = finding.history, let register = context.report.history else { return nil }
    sentence = Self.sentence(history)
    let records = register.snapshots.compactMap { snapshot in
      snapshot.findings.first { $0.id == finding.id }.map { (day: snapshot.day, record: $0) }
    }
    guard !records.isEmpty else { return }
    let now = (day: context.report.asOf, record: FindingRecord(finding, in: context.measured))
    table = TableView(
      ChartTable(
        columns: ["Report of", "Class", "Status", "Figure"].map { ChartTable.Column(title: $0, isNumber: false) },
        rows: (records + [now]).map { day, record in
          [
            DayText.long(day), FindingWords.name(record.findingClass),
            CountWords.capitalised(FindingWords.name(record.status)),
            record.measure?.text ?? FigureText.unknown,
          ]
        }), caption: "Report by report")
  }

  private static func sentence(_ history: Finding.History) -> String {
    let since = "the report of \(DayText.long(history.since))"
    let first =
      history.firstReport.map { $0 == history.since ? "." : ", and first in that of \(DayText.long($0))." } ?? "."
    switch history.state {
    case .new: return "New: \(since) did not have it."
    case .fixed: return "Closed: a later wave shows that its plan worked."
    case .reopened: return "Back: it was gone or closed before, or its plan did not help."
    case .regressed:
      let isProven = history.change?.ground == .interval
      return "Worse than in \(since)"
        + (isProven
          ? ", by more than chance explains." : ": its class is graver, though its figure may differ by chance.")
    case .persisting:
      let isBetter = history.change.map { $0.kind == .better && $0.ground == .interval } ?? false
      return "It was in \(since), too\(first)"
        + (isBetter ? " Since then it is better, by more than chance explains." : "")
    }
  }
}

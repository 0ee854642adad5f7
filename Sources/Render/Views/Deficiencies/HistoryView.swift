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
        columns: [say("Report of"), say("Class"), say("Status"), say("Figure")].map {
          ChartTable.Column(title: $0, isNumber: false)
        },
        rows: (records + [now]).map { day, record in
          [
            DayText.long(day), FindingWords.name(record.findingClass),
            LetterCase.capitalised(FindingWords.name(record.status)),
            record.measure?.text ?? FigureText.unknown,
          ]
        }), caption: say("Report by report"))
  }

  private static func sentence(_ history: Finding.History) -> String {
    let since = DayText.long(history.since)
    switch history.state {
    case .new: return say("New: the report of \(since) did not have it.")
    case .fixed: return say("Closed: a later wave shows that its plan worked.")
    case .reopened: return say("Back: it was gone or closed before, or its plan did not help.")
    case .regressed:
      return history.change?.ground == .interval
        ? say("Worse than in the report of \(since), by more than chance explains.")
        : say(
          """
          Worse than in the report of \(since): its class is graver, though its figure may differ by chance.
          """)
    case .persisting:
      let first = history.firstReport.flatMap { $0 == history.since ? nil : DayText.long($0) }
      let isBetter = history.change.map { $0.kind == .better && $0.ground == .interval } ?? false
      return
        (first.map { say("It was in the report of \(since), too, and first in that of \($0).") }
        ?? say("It was in the report of \(since), too."))
        + (isBetter ? " " + say("Since then it is better, by more than chance explains.") : "")
    }
  }
}

import Audit

/// A file of the site for programs, spreadsheets or calendars.
struct DataFileView: View {
  /// Relative to the site.
  var path: String
  var holds: String

  static let fields: [Field<DataFileView>] = [.text("path", \.path), .text("holds", \.holds)]

  /// Those that the site has.
  static func all(_ context: SiteContext) -> [DataFileView] {
    var files = [
      DataFileView(
        path: "data/register.xlsx", holds: say("the register, the steps and the headline figures, as a workbook")),
      DataFileView(path: "data/actions.csv", holds: say("every step with its owner and day, for planning tools")),
    ]
    if ActionDays.hasDays(context.report) {
      files.append(DataFileView(path: "data/actions.ics", holds: say("what is due on which day, for a calendar")))
    }
    return files + [
      DataFileView(path: "data/statistics.csv", holds: say("every figure, one a row")),
      DataFileView(path: "data/notes.json", holds: say("why figures have no value")),
      DataFileView(path: "data/findings.json", holds: say("the findings with their evidence, steps and plans")),
    ]
  }
}

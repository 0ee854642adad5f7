import Audit

/// What the figures of one kind of subject mean, in plain words and as a formula.
struct FigureMeaningsView: View {
  var title: String
  var table: TableView

  static let fields: [Field<FigureMeaningsView>] = [.text("title", \.title), .object("table", \.table)]

  /// Sections that the site has figures of.
  static func all(of glossary: FigureGlossary) -> [FigureMeaningsView] {
    FigureGlossary.Section.allCases.compactMap { section in
      let entries = glossary.entries(of: section)
      guard !entries.isEmpty else { return nil }
      let titles = [say("Figure"), say("In plain words"), say("Formula"), say("Source")]
      return FigureMeaningsView(
        title: section.title,
        table: TableView(
          ChartTable(
            columns: titles.map { ChartTable.Column(title: $0, isNumber: false) },
            rows: entries.map { entry in
              [
                entry.statistic.rawValue, entry.meaning.plain.text, entry.meaning.formula.text,
                entry.meaning.source.citation,
              ]
            }), caption: section.title))
    }
  }
}

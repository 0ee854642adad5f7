import Audit

/// What comments are about, as a compact table; a comment may name several themes.
struct ThemesView: View {
  var table: TableView
  /// Where the comments are from, how they were read, and how many of them agreed to be quoted.
  var note: String

  static let fields: [Field<ThemesView>] = [.object("table", \.table), .text("note", \.note)]

  /// Themes at a touchpoint; nil where no comment names any.
  init?(touchpoint: String, _ context: SiteContext) {
    self.init(context) { comments in
      comments.themes.compactMap { theme in
        theme.places.first { $0.touchpoint == touchpoint }.map { (theme.theme.name, theme, $0.figures) }
      }
    }
  }

  /// Themes of a dimension: in all, then touchpoint by touchpoint.
  init?(dimension: String, _ context: SiteContext) {
    self.init(context) { comments in
      comments.themes.filter { $0.theme.dimension == dimension }.flatMap { theme -> [Row] in
        let places = theme.places.map { place in
          ("\(theme.theme.name): \(context.name(ofTouchpoint: place.touchpoint))", theme, place.figures)
        }
        return [(theme.theme.name, theme, theme.all)] + places.filter { ($0.2.comments ?? 1) > 0 }
      }
    }
  }

  private typealias Row = (name: String, theme: MeasuredTheme, figures: ThemeFigures)

  private init?(_ context: SiteContext, rows: (MeasuredComments) -> [Row]) {
    let found = context.measured.comments.map { ($0, rows($0).filter { ($0.figures.comments ?? 1) > 0 }) }
    guard let (comments, rows) = found.first(where: { !$0.1.isEmpty }) else { return nil }
    let level = context.configuration.thresholds.falseDiscovery
    let contrasts = rows.map { CommentWords.contrast($0.figures, level: level) }
    let isContrasted = contrasts.contains { !$0.isEmpty }
    var columns = [
      ChartTable.Column(title: say("Theme"), isNumber: false), ChartTable.Column(title: say("Comments")),
      ChartTable.Column(title: say("Share")), ChartTable.Column(title: say("Complaints")),
    ]
    if isContrasted { columns.append(ChartTable.Column(title: say("Elsewhere"), isNumber: false)) }
    let cells = zip(rows, contrasts).map { row, contrast -> [String] in
      let name = row.theme.isIndicative ? say("\(row.name) (indicative)") : row.name
      return [name, CommentWords.count(row.figures), CommentWords.share(row.figures), CommentWords.tone(row.figures)]
        + (isContrasted ? [contrast] : [])
    }
    table = TableView(ChartTable(columns: columns, rows: cells), caption: say("What comments are about"))
    note = Self.note(comments)
  }

  private static func note(_ comments: MeasuredComments) -> String {
    let source = comments.comments.map { CountWords.of($0, .comment) } ?? say("customers’ comments")
    return comments.wave.isEmpty
      ? say("From \(source), by words that stand for a theme; a comment can name several.")
      : say("From \(source) of \(comments.wave), by words that stand for a theme; a comment can name several.")
  }
}

extension MeasuredTheme {
  /// The lexicon agrees too little with a person's codes to count on it (methodology 8).
  var isIndicative: Bool { check?.alpha.map { $0 < 0.667 } ?? false }
}

extension SiteContext {
  /// Cleared comments on a touchpoint or a dimension, each respondent once.
  func quotes(touchpoint: String? = nil, dimension: String? = nil) -> [QuoteView] {
    var taken: Set<String> = []
    return measured.comments.flatMap { comments -> [QuoteView] in
      let own = comments.quotes.filter { quoted in
        quoted.touchpoint == touchpoint && (dimension == nil || quoted.theme?.dimension == dimension)
      }
      return own.flatMap(\.quotes).filter { taken.insert($0.respondent).inserted }.map { quote in
        QuoteView(comment: quote.text, from: comments)
      }
    }
  }
}

extension QuoteView {
  /// A survey's comment: text, never Markdown.
  init(comment: String, from comments: MeasuredComments?) {
    let wave = comments.map(\.wave) ?? ""
    self.init(
      text: HTML(HTMLText.escape(comment)), speaker: say("A customer"),
      source: wave.isEmpty ? say("survey") : say("survey of \(wave)"),
      href: nil)
  }
}

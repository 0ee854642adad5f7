import Audit

/// How comments were read: the lexicon with its version, what it finds, and how far people agree with it.
struct CommentsMethodView: View {
  var sentences: [String]
  var lexicon: TableView?

  static let fields: [Field<CommentsMethodView>] = [.texts("sentences", \.sentences), .object("lexicon", \.lexicon)]

  /// Nil where no comments were read.
  init?(_ context: SiteContext) {
    let measured = context.measured.comments
    guard !measured.isEmpty else { return nil }
    sentences = measured.map(Self.counted)
    let files = context.report.project.lexicon
    if !files.isEmpty {
      let named = files.map { $0.version.isEmpty ? $0.file : say("\($0.file) (version \($0.version))") }
      sentences.append(say("Themes are found by words: \(CountWords.list(named))."))
    }
    sentences.append(Self.privacy(quotedFrom: context.configuration.quotedFrom))
    let tests = measured.reduce(0) { $0 + $1.familySize }
    if tests > 0 { sentences.append(Self.compared(tests)) }
    let themes = measured.flatMap(\.themes)
    guard !themes.isEmpty else { return }
    let columns = [
      ChartTable.Column(title: say("Theme"), isNumber: false),
      ChartTable.Column(title: say("Dimension"), isNumber: false),
      ChartTable.Column(title: say("Comments")), ChartTable.Column(title: say("Rating, against the rest")),
      ChartTable.Column(title: say("Agreement with a person"), isNumber: false),
      ChartTable.Column(title: say("Words"), isNumber: false),
    ]
    lexicon = TableView(
      ChartTable(columns: columns, rows: themes.map { Self.row($0, context) }), caption: say("Themes of the lexicon"))
  }

  private static func privacy(quotedFrom least: Int) -> String {
    let masked = say(
      """
      What identifies people was masked before anything was counted: addresses of the net and of houses, numbers of \
      phones, cards, accounts and orders, days of birth, names.
      """)
    let quoted = say(
      """
      A comment is quoted only if its writer agreed and a person has read and cleared it, from \
      \(FigureText.count(least)) comments on its theme, at most three a theme and place, in the proportion of good and \
      bad ratings among all of them.
      """)
    return "\(masked) \(quoted)"
  }

  private static func compared(_ tests: Int) -> String {
    say(
      """
      Touchpoints are compared by log-odds with ½ added to each cell, \(CountWords.of(tests, .test)) in one family \
      (Benjamini and Hochberg).
      """)
  }

  private static func counted(_ comments: MeasuredComments) -> String {
    let source = [comments.survey, comments.wave].filter { !$0.isEmpty }.joined(separator: ", ")
    var text = comments.comments.map { CountWords.of($0, .comment) } ?? say("too few comments to say how many")
    if let consenting = comments.consenting {
      text = say("\(text), \(FigureText.count(consenting)) by people who agreed to be quoted")
    }
    return "\(source): \(text)."
  }

  private static func row(_ theme: MeasuredTheme, _ context: SiteContext) -> [String] {
    let declared = context.report.project.themes.first { $0.id == theme.theme.id }
    return [
      theme.theme.name, theme.theme.dimension.map(context.name(ofDimension:)) ?? "", CommentWords.count(theme.all),
      theme.all.rating.map(rating) ?? "", theme.check.map(agreement) ?? "",
      declared?.terms.joined(separator: ", ") ?? say("coded by a person"),
    ]
  }

  private static func rating(_ rating: ThemeFigures.Rating) -> String {
    let difference = FigureText.signed(rating.difference, decimals: 1)
    guard let low = rating.low, let high = rating.high else { return difference }
    return "\(difference) (\(FigureText.range(low, high, decimals: 1)))"
  }

  private static func agreement(_ check: ThemeCheck) -> String {
    func share(_ value: Double?) -> String { value.map { FigureText.percent($0) } ?? "–" }
    let alpha = check.alpha.map { FigureText.fixed($0, decimals: 2) } ?? "–"
    let (precision, recall) = (share(check.precision), share(check.recall))
    return say("α \(alpha) on \(CountWords.of(check.n, .comment)), precision \(precision), recall \(recall)")
  }
}

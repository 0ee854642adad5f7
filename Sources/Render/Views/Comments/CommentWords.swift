import Audit

/// Sentences about comments.
enum CommentWords {
  /// `18 of 120 comments there speak of it (Waiting, Queue), 15 of them as a complaint.`
  static func sentence(_ words: Finding.Words, cell: String) -> String {
    let figures = words.figures
    switch words.says {
    case .few:
      return figures.of.map { "Too few of the \(CountWords.of($0, .comment)) speak of it to say how many." }
        ?? "There are too few comments to say what they speak of."
    case .silent:
      return "None of the \(CountWords.of(figures.of ?? 0, .comment)) on \(cell) speaks of it."
    case .complaints, .named:
      guard let comments = figures.comments, let of = figures.of else { return "" }
      var text = "\(FigureText.count(comments)) of \(CountWords.of(of, .comment)) on \(cell) speak of it"
      if !words.themes.isEmpty { text += " (\(CountWords.list(words.themes)))" }
      if let bad = figures.bad, bad > 0 { text += ", \(FigureText.count(bad)) of them as a complaint" }
      if words.isMoreOften { text += "; that is more often than elsewhere, by more than chance explains" }
      return text + "."
    }
  }

  /// What strands there are and whether they agree.
  static func agreement(_ finding: Finding) -> String? {
    guard let support = finding.support else { return nil }
    let base =
      switch support {
      case .confirmed: "Confirmed: customers’ answers and what auditors saw agree"
      case .surveyOnly: "Survey only: customers’ answers show it, no auditor saw it"
      case .seenOnly: "Seen only: auditors saw it, customers’ answers do not show it"
      }
    guard let words = finding.words else { return base + "." }
    let third =
      switch (words.says, finding.findingClass) {
      case (.complaints, .strength): "; comments complain of it"
      case (.complaints, _): "; comments say so too"
      case (.named, _): "; comments speak of it, with no clear tone"
      case (.few, _): "; too few comments speak of it to count"
      case (.silent, _): "; no comment speaks of it"
      }
    return base + third + "."
  }

  /// `14 of 62`; `fewer than 5`; `—` where nothing may be said.
  static func count(_ figures: ThemeFigures, minimum: Int) -> String {
    guard let of = figures.of else { return "too few comments" }
    guard let comments = figures.comments else { return "withheld, of \(FigureText.count(of))" }
    return "\(FigureText.count(comments)) of \(FigureText.count(of))"
  }

  static func share(_ figures: ThemeFigures) -> String {
    guard let share = figures.share, figures.comments ?? 0 > 0 else { return "" }
    guard let low = figures.low, let high = figures.high else { return FigureText.percent(share) }
    return "\(FigureText.percent(share)) (\(FigureText.percentRange(low, high)))"
  }

  static func tone(_ figures: ThemeFigures) -> String {
    guard let comments = figures.comments, comments > 0, let bad = figures.bad else { return "" }
    if let good = figures.good, bad + good == 0 { return "" }
    return FigureText.count(bad)
  }

  /// Against other touchpoints: a word only where chance does not explain it.
  static func contrast(_ figures: ThemeFigures, level: Double) -> String {
    guard let contrast = figures.contrast, let q = contrast.q, q <= level else { return "" }
    return contrast.logOdds > 0 ? "more often than elsewhere" : "less often than elsewhere"
  }
}

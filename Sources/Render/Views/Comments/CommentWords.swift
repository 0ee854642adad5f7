import Audit

/// Sentences about comments.
enum CommentWords {
  /// `18 of 120 comments on Branch visit speak of responsiveness (Waiting, Queue), 15 of them as a complaint.`
  static func sentence(_ words: Finding.Words, of finding: Finding, _ context: SiteContext) -> String {
    let figures = words.figures
    let name = finding.touchpoint.map(context.name(ofTouchpoint:))
    let place = figures.isAmongAll ? "" : name.map { " on \($0)" } ?? ""
    let dimension = finding.dimension.map { context.name(ofDimension: $0).lowercased() } ?? "it"
    let subject = figures.isAmongAll ? name.map { "\(dimension) at “\($0)”" } ?? dimension : dimension
    let all = figures.of.map { CountWords.of($0, .comment) + place }
    switch words.says {
    case .few:
      return all.map { "Too few of \($0) speak of \(subject) to say how many." }
        ?? "There are too few comments\(place) to say what they speak of."
    case .silent:
      return "None of \(all ?? "the comments") speaks of \(subject)."
    case .complaints, .praise, .named:
      guard let comments = figures.comments, let all else { return "" }
      var text = "\(FigureText.count(comments)) of \(all) \(comments == 1 ? "speaks" : "speak") of \(subject)"
      if !words.themes.isEmpty { text += " (\(CountWords.list(words.themes)))" }
      if let bad = figures.bad, bad > 0 { text += ", \(FigureText.count(bad)) of them as a complaint" }
      if words.isMoreOften { text += "; that is more often than elsewhere, by more than chance explains" }
      return text + "."
    }
  }

  /// What strands there are and whether they agree; nil where a finding is of no touchpoint and no dimension.
  static func agreement(_ finding: Finding, _ context: SiteContext) -> String? {
    guard let support = finding.support, finding.cell != Cell() else { return nil }
    let base =
      switch support {
      case .confirmed: "Confirmed: what customers answer and what auditors saw agree"
      case .surveyOnly: "Survey only: customers’ answers show it, no note of an auditor does"
      case .seenOnly:
        isAsked(finding.cell, context)
          ? "Seen only: auditors saw it, customers’ answers do not show it"
          : "Seen only: auditors saw it, customers were not asked about it"
      }
    guard let words = finding.words else { return base + "." }
    let third =
      switch words.says {
      case .complaints: finding.findingClass == .strength ? "comments complain of it" : "comments say so too"
      case .praise: finding.findingClass == .strength ? "comments say so too" : "most comments on it are praise"
      case .named: "comments speak of it, too"
      case .few: "too few comments speak of it to count them"
      case .silent: "no comment speaks of it"
      }
    return "\(base); \(third)."
  }

  private static func isAsked(_ cell: Cell, _ context: SiteContext) -> Bool {
    switch (cell.touchpoint, cell.dimension) {
    case (let touchpoint?, let dimension?): context.reading(.cell, "\(touchpoint)/\(dimension)") != nil
    case (let touchpoint?, nil): context.reading(.touchpoint, touchpoint) != nil
    case (nil, let dimension?): context.reading(.dimension, dimension) != nil
    case (nil, nil): false
    }
  }

  /// `14 of 62`; words where it is withheld.
  static func count(_ figures: ThemeFigures) -> String {
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

import Audit

/// Sentences about comments.
enum CommentWords {
  /// `18 of 120 comments on Branch visit speak of responsiveness (Waiting, Queue), 15 of them as a complaint.`
  static func sentence(_ words: Finding.Words, of finding: Finding, _ context: SiteContext) -> String {
    let figures = words.figures
    let name = finding.touchpoint.map(context.name(ofTouchpoint:))
    let place = figures.isAmongAll ? nil : name
    let dimension =
      finding.dimension.map { LetterCase.inSentence(context.name(ofDimension: $0)) }
      ?? say("it", as: "what comments speak of")
    let subject = figures.isAmongAll ? name.map { say("\(dimension) at “\($0)”") } ?? dimension : dimension
    let ofAll = figures.of.map { Self.ofAll($0, on: place) }
    switch words.says {
    case .few:
      if let ofAll { return say("Too few \(ofAll) speak of \(subject) to say how many.") }
      return place.map { say("There are too few comments on \($0) to say what they speak of.") }
        ?? say("There are too few comments to say what they speak of.")
    case .silent:
      return say("None \(ofAll ?? say("of the comments")) speaks of \(subject).")
    case .complaints, .praise, .named:
      guard let comments = figures.comments, let ofAll else { return "" }
      let count = FigureText.count(comments)
      let text =
        comments == 1
        ? say("\(count) \(ofAll) speaks of \(subject)", as: "comments")
        : say("\(count) \(ofAll) speak of \(subject)", as: "comments")
      return text + details(words) + "."
    }
  }

  /// Stands behind how many of them speak of something: `of 120 comments on Branch visit`.
  private static func ofAll(_ number: Int, on place: String?) -> String {
    let count = FigureText.count(number)
    guard let place else { return number == 1 ? say("of \(count) comment") : say("of \(count) comments") }
    return number == 1 ? say("of \(count) comment on \(place)") : say("of \(count) comments on \(place)")
  }

  /// What they name, how many complain, and whether that is more than elsewhere.
  private static func details(_ words: Finding.Words) -> String {
    var text = words.themes.isEmpty ? "" : " (\(CountWords.list(words.themes)))"
    if let bad = words.figures.bad, bad > 0 { text += ", " + say("\(FigureText.count(bad)) of them as a complaint") }
    if words.isMoreOften {
      text += "; " + say("that is more often than elsewhere, by more than chance explains")
    }
    return text
  }

  /// What staff or management answered, alone or beside customers.
  private static let ofThoseInside: [Finding.Kind] = [.employees, .internal, .belief, .knowledge]

  /// What strands there are and whether they agree; nil where a finding is of no touchpoint and no dimension.
  static func agreement(_ finding: Finding, _ context: SiteContext) -> String? {
    guard let support = finding.support, finding.cell != Cell() else { return nil }
    let base =
      switch support {
      case .confirmed: say("Confirmed: what customers answer and what auditors saw agree")
      case .surveyOnly:
        ofThoseInside.contains(finding.kind)
          ? say("Survey only: answers from inside the organisation show it, no note of an auditor does")
          : say("Survey only: customers’ answers show it, no note of an auditor does")
      case .seenOnly:
        isAsked(finding.cell, context)
          ? say("Seen only: auditors saw it, customers’ answers do not show it")
          : say("Seen only: auditors saw it, customers were not asked about it")
      }
    guard let words = finding.words else { return base + "." }
    let third =
      switch words.says {
      case .complaints: finding.findingClass == .strength ? say("comments complain of it") : say("comments say so too")
      case .praise:
        finding.findingClass == .strength ? say("comments say so too") : say("most comments on it are praise")
      case .named: say("comments speak of it, too")
      case .few: say("too few comments speak of it to count them")
      case .silent: say("no comment speaks of it")
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
    guard let of = figures.of else { return say("too few comments") }
    guard let comments = figures.comments else { return say("withheld, of \(FigureText.count(of))") }
    return say("\(FigureText.count(comments)) of \(FigureText.count(of))")
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
    return contrast.logOdds > 0 ? say("more often than elsewhere") : say("less often than elsewhere")
  }
}

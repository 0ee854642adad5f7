import Audit

/// What customers' comments add to a finding about a cell: the third strand beside survey and auditors, and the comments
/// that a person cleared (methodology 8).
enum CommentEvidence {
  /// Quotes on one finding.
  private static let most = 6

  static func joined(to findings: [Finding], _ material: Material) -> [Finding] {
    guard !material.measured.comments.isEmpty else { return findings }
    return findings.map { finding in
      guard finding.isOfCell || finding.kind == .strength, finding.cell != Cell() else { return finding }
      var finding = finding
      finding.words = words(finding.cell, material)
      if let words = finding.words, let evidence = counted(words, material) { finding.evidence.append(evidence) }
      finding.evidence += quotes(finding.cell, material)
      return finding
    }
  }

  /// From the survey with most comments on the cell; of equals the first.
  private static func words(_ cell: Cell, _ material: Material) -> Finding.Words? {
    var found: (words: MeasuredWords, comments: MeasuredComments)?
    for comments in material.measured.comments {
      guard let words = comments.cells.first(where: { $0.cell == cell }) else { continue }
      if found == nil || (words.figures.of ?? 0) > (found?.words.figures.of ?? 0) { found = (words, comments) }
    }
    return found.map { words, comments in
      Finding.Words(
        says: says(words.figures), themes: words.themes, figures: words.figures,
        isMoreOften: words.figures.isMoreOften(than: material.configuration.thresholds.falseDiscovery),
        survey: comments.survey, wave: comments.wave)
    }
  }

  private static func says(_ figures: ThemeFigures) -> Finding.Words.Says {
    guard let comments = figures.comments else { return .few }
    if comments == 0 { return .silent }
    guard let bad = figures.bad else { return .named }
    // Where the praise is withheld, all that does not complain is taken for it.
    let good = figures.good ?? comments - bad
    return bad > good ? .complaints : figures.good.map { $0 > bad } ?? false ? .praise : .named
  }

  private static func counted(_ words: Finding.Words, _ material: Material) -> Evidence? {
    guard let share = words.figures.share, words.figures.comments ?? 0 > 0 else { return nil }
    let file = material.measured.comments.first { $0.survey == words.survey }?.files.first ?? words.survey
    return Evidence(
      kind: .verbatim, source: file, value: share, n: words.figures.of,
      text: say("comments on \(words.themes.joined(separator: ", "))"))
  }

  /// Themes of the dimension at the touchpoint; with a touchpoint alone all themes there. One a respondent.
  private static func quotes(_ cell: Cell, _ material: Material) -> [Evidence] {
    var taken: Set<String> = []
    var evidence: [Evidence] = []
    for comments in material.measured.comments {
      let own = comments.quotes.filter { quoted in
        quoted.touchpoint == cell.touchpoint && (cell.dimension == nil || quoted.theme?.dimension == cell.dimension)
      }
      for quote in own.flatMap(\.quotes) where evidence.count < most && taken.insert(quote.respondent).inserted {
        evidence.append(Evidence(kind: .verbatim, source: comments.files.first ?? comments.survey, text: quote.text))
      }
    }
    return evidence
  }
}

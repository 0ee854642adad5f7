import Audit

/// A page, or a place on one, that search can find.
struct SearchEntry: Hashable, Sendable {
  /// The headings that results stand under, in their order.
  enum Group: Int, CaseIterable, Sendable {
    case deficiencies, findings, corrections, places, notes, pages

    var name: String {
      switch self {
      case .deficiencies: say("Deficiencies")
      case .findings: say("Other findings")
      case .corrections: say("Corrections")
      case .places: say("Journey and dimensions")
      case .notes: say("Notes")
      case .pages: say("Pages")
      }
    }
  }

  var group: Group
  /// Relative to the site, with a fragment where it is a place on a page.
  var path: String
  var title: String
  /// Shown under the title.
  var summary: String
  /// What else leads to it; never shown.
  var words: String
}

extension SiteContext {
  /// Every page once, and every plan: in the order of the site.
  var searchEntries: [SearchEntry] {
    var entries = sitemap.pages.compactMap(entry)
    for plan in report.project.corrections {
      guard let path = sitemap.link(from: .index, to: .corrections, fragment: "plan-\(plan.slug)") else { continue }
      let due = plan.due.map { say("due \(DayText.long($0))") }
      entries.append(
        SearchEntry(
          group: .corrections, path: path, title: plan.title,
          summary: [plan.owner, FindingWords.state(of: plan, asOf: report.asOf), due].compactMap(\.self).joined(
            separator: " · "),
          words: plan.body.text + " " + plan.corrects.map(\.id).joined(separator: " ")))
    }
    return entries
  }

  private func entry(_ page: Page) -> SearchEntry? {
    guard let path = sitemap.path(of: page) else { return nil }
    func entry(_ group: SearchEntry.Group, _ title: String, _ summary: String = "", _ words: String = "")
      -> SearchEntry
    {
      SearchEntry(group: group, path: path, title: title, summary: summary, words: words)
    }
    switch page {
    case .print: return nil
    case .index: return entry(.pages, say("Overview"), configuration.title, report.project.summary?.text ?? "")
    case .journey: return entry(.pages, say("Journey"), phases.map(\.name).joined(separator: " · "))
    case .register: return entry(.pages, say("Deficiencies"), say("The register of everything that falls short"))
    case .corrections: return entry(.pages, say("Corrections"), say("All plans and their steps"))
    case .scorecards: return entry(.pages, say("Scorecards"), say("Mystery visits"), scorecardWords)
    case .priorities:
      return entry(.pages, say("Priorities"), say("Importance against performance, and what goes with the outcomes"))
    case .units:
      let names = unitReadings.flatMap { $0.units.map(\.name) }
      return entry(.pages, say("Units"), say("Service from place to place"), Set(names).sorted().joined(separator: " "))
    case .waves: return entry(.pages, say("Waves"), say("What changed, and whether corrections worked"))
    case .notes: return entry(.pages, say("Notes"), say("What auditors saw"))
    case .method:
      return entry(.pages, say("Method and data quality"), say("How the figures are made, and what was left out"))
    case .touchpoint(let id):
      return entry(.places, name(ofTouchpoint: id), say("Touchpoint"), items { $0.touchpoint == id } + " " + id)
    case .dimension(let id):
      return entry(.places, name(ofDimension: id), say("Dimension"), items { $0.dimension == id } + " " + id)
    case .segment(let id):
      guard let segment = segments.first(where: { $0.id == id }) else { return nil }
      return entry(.pages, segment.name, say("Segment: who is served worse"), id)
    case .deficiency(let id):
      return finding(id).map { found($0, path: path) }
    case .note(let slug):
      guard let note = report.project.notes.first(where: { $0.slug == slug }) else { return nil }
      let place = [note.date.map(DayText.long), note.touchpoint.map(name(ofTouchpoint:)), note.unit]
      return entry(
        .notes, note.title, place.compactMap(\.self).joined(separator: " · "),
        note.body.text + " " + (note.auditor ?? ""))
    }
  }

  private func found(_ finding: Finding, path: String) -> SearchEntry {
    let words =
      [finding.id, finding.statement, place(of: finding), finding.plan?.owner ?? ""] + finding.steps.map(\.text)
      + finding.evidence.compactMap(\.text) + finding.remarks
    let isDeficiency = finding.isAboutService && finding.findingClass.isDeficiency
    return SearchEntry(
      group: isDeficiency ? .deficiencies : .findings, path: path, title: finding.title,
      summary: "\(FindingWords.name(finding.findingClass)): \(FindingWords.firstSentence(of: finding))",
      words: words.joined(separator: " "))
  }

  /// The texts of the latest waves' items that a page is about.
  private func items(_ belongs: (Item) -> Bool) -> String {
    measured.surveys.compactMap(\.latest).flatMap(\.definition.items).filter(belongs).compactMap(\.text)
      .joined(separator: " ")
  }

  private var scorecardWords: String {
    scorecards.flatMap { $0.sections.map(\.section.name) }.joined(separator: " ")
  }
}

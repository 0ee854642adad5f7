import Audit

/// Every page, from its view and its template.
enum SitePages {
  /// The templates that pages are made of, with the views that fill them.
  static let templates = [
    PageTemplate(name: "index", view: IndexView.shape), PageTemplate(name: "journey", view: JourneyView.shape),
    PageTemplate(name: "touchpoint", view: SubjectView.shape), PageTemplate(name: "dimension", view: SubjectView.shape),
    PageTemplate(name: "register", view: RegisterView.shape),
    PageTemplate(name: "deficiency", view: DeficiencyView.shape),
    PageTemplate(name: "corrections", view: CorrectionsView.shape),
    PageTemplate(name: "priorities", view: SectionsView.shape), PageTemplate(name: "segment", view: SegmentView.shape),
    PageTemplate(name: "units", view: SectionsView.shape), PageTemplate(name: "waves", view: SectionsView.shape),
    PageTemplate(name: "scorecards", view: ScorecardsView.shape), PageTemplate(name: "notes", view: NotesView.shape),
    PageTemplate(name: "note", view: NoteView.shape), PageTemplate(name: "print", view: PrintEdition.shape),
    PageTemplate(name: "method", view: MethodView.shape),
  ]

  static func render(_ context: SiteContext, with templates: Templates, _ prose: inout Prose) -> [SiteFile] {
    var pages: [(page: Page, path: String, html: String)] = []
    for page in context.sitemap.pages {
      guard let path = context.sitemap.path(of: page), let html = html(page, context, templates, &prose) else {
        continue
      }
      pages.append((page, path, html))
    }
    if let path = context.sitemap.path(of: .print) {
      pages.append((.print, path, templates.render(PrintEdition(pages, context), with: "print")))
    }
    return pages.map { SiteFile(path: $0.path, bytes: Array($0.html.utf8)) }
  }

  /// Nil for a page whose subject is not in the report.
  private static func html(
    _ page: Page, _ context: SiteContext, _ templates: Templates, _ prose: inout Prose
  ) -> String? {
    prose.open(page)
    switch page {
    case .print: return nil  // Made of the others.
    case .index: return templates.render(IndexView(context, &prose), with: "index")
    case .journey: return templates.render(JourneyView(context), with: "journey")
    case .register: return templates.render(RegisterView(context), with: "register")
    case .corrections: return templates.render(CorrectionsView(context, &prose), with: "corrections")
    case .priorities: return templates.render(PrioritiesPage.view(context), with: "priorities")
    case .units: return templates.render(UnitsPage.view(context), with: "units")
    case .waves: return templates.render(WavesPage.view(context), with: "waves")
    case .method: return templates.render(MethodView(context), with: "method")
    case .scorecards: return templates.render(ScorecardsView(context), with: "scorecards")
    case .notes: return templates.render(NotesView(context), with: "notes")
    case .touchpoint(let id):
      for phase in context.phases {
        guard let touchpoint = phase.touchpoints.first(where: { $0.id == id }) else { continue }
        let view = SubjectView(touchpoint: touchpoint, in: phase, context, &prose)
        return templates.render(view, with: "touchpoint")
      }
      return nil
    case .dimension(let id):
      guard let dimension = context.dimensions.first(where: { $0.id == id }) else { return nil }
      return templates.render(SubjectView(dimension: dimension, context, &prose), with: "dimension")
    case .deficiency(let id):
      guard let finding = context.finding(id) else { return nil }
      return templates.render(DeficiencyView(finding, context, &prose), with: "deficiency")
    case .segment(let id):
      guard let segment = context.segments.first(where: { $0.id == id }) else { return nil }
      return templates.render(SegmentView(segment, context), with: "segment")
    case .note(let slug):
      guard let note = context.report.project.notes.first(where: { $0.slug == slug }) else { return nil }
      return templates.render(NoteView(note, context, &prose), with: "note")
    }
  }
}

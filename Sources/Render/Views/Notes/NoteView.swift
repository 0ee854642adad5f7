import Audit

/// A note, rendered, with what was read from it.
struct NoteView: View {
  var frame: FrameView
  var title: String
  var meta: [MetaView]
  var body: HTML
  var findings: [FindingView]

  static let fields: [Field<NoteView>] = [
    .object("frame", \.frame), .text("title", \.title), .list("meta", \.meta), .html("body", \.body),
    .list("findings", \.findings),
  ]

  init(_ note: Note, _ context: SiteContext, _ prose: inout Prose) {
    let page = Page.note(note.slug)
    frame = context.frame(page, title: note.title, crumbs: [context.crumb(say("Notes"), to: .notes, from: page)])
    title = note.title
    meta = []
    body = prose.html(note.body.without(title: note.title), deeper: 1)
    findings = context.report.findings.filter { finding in
      finding.isAboutService && finding.evidence.contains { $0.source == note.file && $0.kind == .note }
    }.map { FindingView($0, on: page, context) }
    let missed = note.checks.count { !$0.met }
    let standards =
      note.checks.isEmpty
      ? nil : say("\(note.checks.count - missed) of \(note.checks.count) checks met")
    add(say("Date"), note.date.map(DayText.long))
    add(say("Auditor"), note.auditor)
    add(say("Place", as: "of a visit"), note.unit)
    add(say("Touchpoint"), note.touchpoint.map(context.name(ofTouchpoint:)))
    add(say("Dimension"), note.dimension.map(context.name(ofDimension:)))
    add(say("Wave"), note.wave)
    add(say("Standards"), standards)
  }

  private mutating func add(_ name: String, _ value: String?) {
    if let value, !value.isEmpty { meta.append(MetaView(name: name, value: value)) }
  }
}

/// All notes, the latest first.
struct NotesView: View {
  var frame: FrameView
  var headline: String
  var notes: [NoteLinkView]

  static let fields: [Field<NotesView>] = [
    .object("frame", \.frame), .text("headline", \.headline), .list("notes", \.notes),
  ]

  init(_ context: SiteContext) {
    let notes = context.latestNotes
    frame = context.frame(.notes, title: say("Notes"))
    headline =
      notes.count == 1
      ? say("What auditors saw: one note")
      : say("What auditors saw: \(CountWords.spelled(notes.count)) notes")
    self.notes = notes.map { NoteLinkView($0, on: .notes, context) }
  }
}

extension SiteContext {
  /// All notes, the latest first, those without a day last.
  var latestNotes: [Note] {
    report.project.notes.enumerated().sorted { left, right in
      let (a, b) = (left.element.date?.ordinal ?? .min, right.element.date?.ordinal ?? .min)
      return a != b ? a > b : left.offset < right.offset
    }.map(\.element)
  }
}

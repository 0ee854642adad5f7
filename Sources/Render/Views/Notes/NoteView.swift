import Audit

/// A note, rendered, with what was read from it.
struct NoteView: View {
  var frame: FrameView
  var title: String
  var meta: [MetaView]
  var body: HTML
  var findings: [FindingView]
  var standards: String?

  static let fields: [Field<NoteView>] = [
    .object("frame", \.frame), .text("title", \.title), .list("meta", \.meta), .html("body", \.body),
    .list("findings", \.findings), .text("standards", \.standards),
  ]

  init(_ note: Note, _ context: SiteContext, _ prose: inout Prose) {
    let page = Page.note(note.slug)
    frame = context.frame(page, title: note.title, crumbs: [context.crumb("Notes", to: .notes, from: page)])
    title = note.title
    meta = []
    body = prose.html(Self.withoutTitle(note), deeper: 1)
    findings = context.report.findings.filter { finding in
      finding.isAboutService && finding.evidence.contains { $0.source == note.file && $0.kind == .note }
    }.map { FindingView($0, on: page, context) }
    let missed = note.checks.count { !$0.met }
    standards =
      note.checks.isEmpty
      ? nil : "\(note.checks.count - missed) of \(note.checks.count) checks met"
    add("Date", note.date.map(DayText.long))
    add("Auditor", note.auditor)
    add("Place", note.unit)
    add("Touchpoint", note.touchpoint.map(context.name(ofTouchpoint:)))
    add("Dimension", note.dimension.map(context.name(ofDimension:)))
    add("Wave", note.wave)
    add("Standards", standards)
  }

  private mutating func add(_ name: String, _ value: String?) {
    if let value, !value.isEmpty { meta.append(MetaView(name: name, value: value)) }
  }

  /// The body without a first heading that says the title once more.
  private static func withoutTitle(_ note: Note) -> MarkdownText {
    var body = note.body
    let lines = body.text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.firstIndex(where: { line in line.contains { !$0.isWhitespace } }) else { return body }
    let heading = lines[first].drop { $0 == "#" }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard lines[first].hasPrefix("# "), heading == note.title else { return body }
    body.text = lines[(first + 1)...].joined(separator: "\n")
    body.firstLine += first + 1
    return body
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
    let notes = context.report.project.notes.enumerated().sorted { left, right in
      let (a, b) = (left.element.date?.ordinal ?? .min, right.element.date?.ordinal ?? .min)
      return a != b ? a > b : left.offset < right.offset
    }.map(\.element)
    frame = context.frame(.notes, title: "Notes")
    let count = "\(CountWords.spelled(notes.count)) \(CountWords.form(notes.count, .note))"
    headline = "What auditors saw: \(count)"
    self.notes = notes.map { NoteLinkView($0, on: .notes, context) }
  }
}

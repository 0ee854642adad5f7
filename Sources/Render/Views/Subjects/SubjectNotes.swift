import Audit

/// A customer's words that a note quotes, or what an auditor saw.
struct QuoteView: View {
  var text: HTML
  /// Who said it, as the note has it.
  var speaker: String?
  var source: String
  var href: String?

  static let fields: [Field<QuoteView>] = [
    .html("text", \.text), .text("speaker", \.speaker), .text("source", \.source), .text("href", \.href),
  ]
}

/// A note in a list.
struct NoteLinkView: View {
  var title: String
  var href: String
  var detail: String
  var summary: String

  static let fields: [Field<NoteLinkView>] = [
    .text("title", \.title), .text("href", \.href), .text("detail", \.detail), .text("summary", \.summary),
  ]

  init(_ note: Note, on page: Page, _ context: SiteContext) {
    title = note.title
    href = context.sitemap.link(from: page, to: .note(note.slug)) ?? ""
    detail = NoteWords.detail(note, context)
    let deficiencies = note.observations.count { $0.kind == .deficiency }
    let strengths = note.observations.count - deficiencies
    let missed = note.checks.count { !$0.met }
    var parts: [String] = []
    if deficiencies > 0 { parts.append(CountWords.of(deficiencies, .deficiency)) }
    if strengths > 0 { parts.append(Self.strengths(strengths)) }
    if !note.checks.isEmpty {
      parts.append(say("\(note.checks.count - missed) of \(note.checks.count) standard checks met"))
    }
    summary = parts.joined(separator: ", ")
  }

  private static func strengths(_ count: Int) -> String {
    let number = FigureText.count(count)
    return count == 1 ? say("\(number) strength", as: "one") : say("\(number) strengths")
  }
}

enum NoteWords {
  /// `14 August 2026 · Branch visit · B003 · R. Castellan`.
  static func detail(_ note: Note, _ context: SiteContext) -> String {
    [
      note.date.map(DayText.long), note.touchpoint.map(context.name(ofTouchpoint:)),
      note.dimension.map(context.name(ofDimension:)), note.unit, note.auditor,
    ].compactMap(\.self).joined(separator: " · ")
  }
}

/// What notes say of a touchpoint or a dimension.
struct SubjectNotes {
  let context: SiteContext
  let page: Page
  /// Whether a note belongs, by its own touchpoint and by that of one of its observations.
  let belongs: (_ own: String?, _ observed: String?) -> Bool

  var notes: [NoteLinkView] {
    context.report.project.notes.filter { note in
      belongs(note.touchpoint, nil) || note.observations.contains { belongs(nil, $0.touchpoint) }
    }.map { NoteLinkView($0, on: page, context) }
  }

  func quotes(_ prose: inout Prose, touchpoint: String? = nil, dimension: String? = nil) -> [QuoteView] {
    context.report.project.notes.flatMap { note in
      note.quotes.compactMap { quote -> QuoteView? in
        let place = (quote.touchpoint ?? note.touchpoint, quote.dimension ?? note.dimension)
        guard touchpoint.map({ $0 == place.0 }) ?? true, dimension.map({ $0 == place.1 }) ?? true else { return nil }
        return QuoteView(
          text: prose.inline(quote.text, from: note.file, line: quote.line), speaker: quote.source,
          source: note.title, href: context.sitemap.link(from: page, to: .note(note.slug)))
      }
    }
  }
}

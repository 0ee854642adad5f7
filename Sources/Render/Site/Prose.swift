import Audit
import CommonMark

/// Renders Markdown of the project for a page: links between content files become links between pages.
struct Prose {
  let context: SiteContext
  /// What could not be shown as written, each once.
  private(set) var diagnostics: [Diagnostic] = []
  private var known: Set<Diagnostic> = []
  private var page = Page.index
  /// The ids of the page so far: none is given twice.
  private var anchors = Anchors()

  init(_ context: SiteContext) {
    self.context = context
  }

  /// Turns to another page.
  mutating func open(_ page: Page) {
    self.page = page
    anchors = Anchors(reserved: Self.reserved)
  }

  /// The ids that the templates use themselves.
  fileprivate static let reserved = [
    "act", "changes", "files", "findings", "groups", "inputs", "journey", "limits", "late", "main", "measures", "notes",
    "others",
    "owners", "parts", "photos", "questions", "recommend", "remarks", "rules", "saw", "say", "seen", "sound",
    "standards",
    "steps",
    "strengths", "summary", "surveys", "top", "unplanned", "watch", "waves", "why", "withheld", "words", "by-place",
  ]

  /// A whole text; its highest level of headings, whichever that is, stands `headings` levels below the page's own.
  mutating func html(_ text: MarkdownText, deeper headings: Int, hasFigures: Bool = true) -> HTML {
    var options = RenderingOptions(
      backToText: say("Back to the text"),
      alertNames: ["deficiency": say("Deficiency:"), "strength": say("Strength:"), "quote": say("A customer:")],
      hasFigures: hasFigures)
    do throws(ParsingLimit) {
      let document = try Document(parsing: text.text, firstLine: text.firstLine)
      options.headingOffset = headings + 1 - document.highestHeading
      var dead: [Diagnostic] = []
      let links = SiteLinks(context: context, file: text.file, page: page)
      let rendering = document.html(options, anchors: &anchors) { links.target(of: $0, dead: &dead) }
      if !isExcerpt(of: text.file) {
        for problem in dead + rendering.remarks.map({ Self.diagnostic($0, in: text.file) }) { report(problem) }
      }
      return HTML(rendering.html)
    } catch {
      report(
        .siteUnreadableText(
          error.summary, at: SourceLocation(text.file, line: error.line, column: error.column)))
      return HTML("<pre>\(HTMLText.escape(text.text))</pre>")
    }
  }

  /// The ids that the headings of a note have on its page.
  static func headings(of note: Note) -> Set<String> {
    let body = note.body.without(title: note.title)
    guard let document = try? Document(parsing: body.text, firstLine: body.firstLine) else { return [] }
    var anchors = Anchors(reserved: reserved)
    return Set(document.html(anchors: &anchors).headings.map(\.id))
  }

  /// A text that stands inside a sentence or a list item: a lone paragraph loses its tag.
  mutating func inline(_ text: String, from file: String, line: Int?) -> HTML {
    let source = MarkdownText(text: text, file: file, firstLine: line ?? 1)
    var html = html(source, deeper: 3, hasFigures: false).text
    while html.last == "\n" { html.removeLast() }
    let paragraph = html.hasPrefix("<p>") && html.hasSuffix("</p>") && html.utf8.count >= 7
    guard paragraph, !html.dropFirst(3).dropLast(4).contains("<p") else { return HTML(html) }
    return HTML(String(html.dropFirst(3).dropLast(4)))
  }

  /// What a finding's page quotes of a note stands on the note's own page too, where its place is known.
  private func isExcerpt(of file: String) -> Bool {
    guard let note = context.note(atFile: file), case let own = Page.note(note.slug), page != own else { return false }
    return context.sitemap.path(of: own) != nil
  }

  private mutating func report(_ problem: Diagnostic) {
    if known.insert(problem).inserted { diagnostics.append(problem) }
  }

  private static func diagnostic(_ remark: Rendering.Remark, in file: String) -> Diagnostic {
    func place(_ link: Link) -> SourceLocation { SourceLocation(file, line: link.line, column: link.column) }
    switch remark {
    case .refusedLink(let link): return .siteRefusedLink(link.address, at: place(link))
    case .externalImage(let link): return .siteExternalPicture(link.address, at: place(link))
    case .unknownFragment(let link): return .siteUnknownFragment(link.address, at: place(link))
    case .rawHTML(let line, let column):
      return .siteRawHTML(at: SourceLocation(file, line: line, column: column))
    case .surplusCells(let line, let column):
      return .siteSurplusCells(at: SourceLocation(file, line: line, column: column))
    }
  }
}

/// Where the links of one content file lead from one page.
struct SiteLinks {
  let context: SiteContext
  /// The file that the text stands in.
  let file: String
  let page: Page

  func target(of link: Link, dead: inout [Diagnostic]) -> LinkTarget {
    guard case .relative(let path, _, let asked) = link.destination else { return .asWritten }
    let place = SourceLocation(file, line: link.line, column: link.column)
    let target = RelativePath.resolved(path, from: file)
    if link.kind == .image { return picture(link, target, at: place, dead: &dead) }
    var fragment = asked.map(Anchors.slug(of:))
    if let name = fragment, let note = context.report.project.notes.first(where: { $0.file == target }),
      !Prose.headings(of: note).contains(name)
    {
      fragment = nil
      // The title stands at the top of the page and has no id of its own.
      if name != Anchors.slug(of: note.title) { dead.append(.siteUnknownFragment(link.address, at: place)) }
    }
    if let address = address(of: target, fragment: fragment) { return .address(address) }
    dead.append(
      .siteDeadLink(
        link.address, suggestion: Suggestion.didYouMean(path, in: files.map { RelativePath.to($0, from: file) }),
        at: place))
    return .missing
  }

  /// A photo of the note that the text stands in; why another is not shown was said when the note was read.
  private func picture(
    _ link: Link, _ path: String, at place: SourceLocation, dead: inout [Diagnostic]
  ) -> LinkTarget {
    guard let note = context.note(atFile: file) else {
      dead.append(.siteMissingPicture(link.address, at: place))
      return .missing
    }
    guard let shown = note.photos.first(where: { $0.path == path }), !link.text.allSatisfy(\.isWhitespace),
      let photo = context.photo(shown), let root = context.sitemap.path(of: page)
    else { return .missing }
    let title = PhotoTitle.people(link.title) == nil ? link.title : ""
    return .picture(
      Picture(
        address: RelativePath.to(photo.address, from: root), width: photo.width, height: photo.height,
        remark: PhotoWords.remark(shown.people), title: title))
  }

  private func address(of target: String, fragment: String?) -> String? {
    let project = context.report.project
    if let note = project.notes.first(where: { $0.file == target }) {
      return context.sitemap.link(from: page, to: .note(note.slug), fragment: fragment)
    }
    if let plan = project.corrections.first(where: { $0.file == target }) {
      return context.sitemap.link(from: page, to: .corrections, fragment: "plan-\(plan.slug)")
    }
    if target == project.summary?.file { return context.sitemap.link(from: page, to: .index) }
    if context.measured.surveys.contains(where: { $0.waves.contains { $0.files.contains(target) } }) {
      return context.sitemap.link(from: page, to: .method)
    }
    return nil
  }

  private var files: [String] {
    context.report.project.notes.map(\.file) + context.report.project.corrections.map(\.file)
  }
}

import Audit

/// `print.html`: the whole report in one document, for paper.
///
/// Chapters are the pages' own contents in the order of a report; each part begins a new sheet. Of very many deficiencies and
/// notes only the first are printed, and it says so.
struct PrintEdition: View {
  var frame: FrameView
  var client: String
  var title: String
  var date: String
  var contents: [ContentsView]
  var chapters: [ChapterView]
  /// What is not printed.
  var omitted: [String]

  static let fields: [Field<PrintEdition>] = [
    .object("frame", \.frame), .text("client", \.client), .text("title", \.title), .text("date", \.date),
    .list("contents", \.contents), .list("chapters", \.chapters), .texts("omitted", \.omitted),
  ]

  struct ContentsView: View {
    var href: String
    var title: String
    var isPart: Bool

    static let fields: [Field<ContentsView>] = [
      .text("href", \.href), .text("title", \.title), .flag("isPart", \.isPart),
    ]
  }

  struct ChapterView: View {
    var id: String
    var html: HTML
    /// It begins a new sheet; the others follow.
    var isPart: Bool

    static let fields: [Field<ChapterView>] = [
      .text("id", \.id), .html("html", \.html), .flag("isPart", \.isPart),
    ]
  }

  /// So many sheets of findings, and so many notes.
  private static let limit = 200

  /// `pages` are the finished pages of the site with their HTML.
  init(_ pages: [(page: Page, path: String, html: String)], _ context: SiteContext) {
    frame = context.frame(.print, title: say("Print edition"))
    client = context.configuration.client ?? ""
    title = context.configuration.title
    date = DayText.long(context.report.asOf)
    var html: [Page: (path: String, html: String)] = [:]
    for entry in pages { html[entry.page] = (entry.path, entry.html) }
    let order = Self.order(context).filter { html[$0.page] != nil }
    let parts = Self.limited(order)
    omitted = parts.omitted

    var ids: [String: String] = [:]
    for (index, chapter) in parts.chapters.enumerated() {
      if let path = html[chapter.page]?.path { ids[path] = "p\(index + 1)" }
    }
    contents = []
    chapters = []
    for chapter in parts.chapters {
      guard let entry = html[chapter.page], let id = ids[entry.path] else { continue }
      if let part = chapter.part { contents.append(ContentsView(href: "#\(id)", title: part, isPart: true)) }
      contents.append(
        ContentsView(href: "#\(id)", title: chapter.title, isPart: chapter.isPart && chapter.part == nil))
      let text = PrintedPage(path: entry.path, id: id, chapters: ids).rewritten(entry.html)
      chapters.append(ChapterView(id: id, html: HTML(text), isPart: chapter.isPart))
    }
  }

  private struct Chapter {
    var page: Page
    var title: String
    /// It begins a part; what follows belongs to it.
    var isPart: Bool
    /// Name of the part that it begins, where that has no page of its own.
    var part: String?
  }

  /// The site in the order of a report.
  private static func order(_ context: SiteContext) -> [Chapter] {
    func part(_ page: Page, _ title: String) -> Chapter { Chapter(page: page, title: title, isPart: true) }
    func sub(_ page: Page, _ title: String) -> Chapter { Chapter(page: page, title: title, isPart: false) }
    var chapters = [part(.index, say("Overview")), part(.journey, say("Journey"))]
    chapters += context.phases.flatMap(\.touchpoints).map { sub(.touchpoint($0.id), $0.name) }
    for (index, dimension) in context.dimensions.enumerated() {
      chapters.append(
        Chapter(
          page: .dimension(dimension.id), title: dimension.name, isPart: index == 0,
          part: index == 0 ? say("Dimensions") : nil))
    }
    chapters.append(part(.register, say("Deficiencies")))
    chapters += context.report.findings.filter { $0.kind.concern != .plans }.map { sub(.deficiency($0.id), $0.title) }
    chapters += [part(.corrections, say("Corrections")), part(.priorities, say("Priorities"))]
    for (index, segment) in context.segments.enumerated() {
      chapters.append(
        Chapter(
          page: .segment(segment.id), title: segment.name, isPart: index == 0,
          part: index == 0 ? say("Segments") : nil))
    }
    chapters += [
      part(.units, say("Units")), part(.waves, say("Waves")), part(.scorecards, say("Scorecards")),
      part(.notes, say("Notes")),
    ]
    chapters += context.report.project.notes.map { sub(.note($0.slug), $0.title) }
    return chapters + [part(.method, say("Method"))]
  }

  private static func limited(_ chapters: [Chapter]) -> (chapters: [Chapter], omitted: [String]) {
    var (findings, notes) = (0, 0)
    let kept = chapters.filter { chapter in
      switch chapter.page {
      case .deficiency:
        findings += 1
        return findings <= limit
      case .note:
        notes += 1
        return notes <= limit
      case .index, .journey, .register, .corrections, .priorities, .units, .waves, .method, .notes, .scorecards, .print,
        .touchpoint, .dimension, .segment:
        return true
      }
    }
    var omitted: [String] = []
    if findings > limit {
      let count = FigureText.count(findings)
      omitted.append(
        say("Of \(count) findings the first \(limit) have a sheet; the register lists the deficiencies."))
    }
    if notes > limit { omitted.append(say("Of \(FigureText.count(notes)) notes the first \(limit) are printed.")) }
    return (kept, omitted)
  }
}

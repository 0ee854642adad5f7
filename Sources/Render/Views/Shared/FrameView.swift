import Audit

/// What stands around every page: head, navigation, where the reader is, and the foot.
struct FrameView: View {
  /// Of the browser's window.
  var title: String
  var client: String
  var siteTitle: String
  var language: String
  /// From the page's folder to the site's: empty or `../`.
  var root: String
  var navigation: [NavigationView]
  var crumbs: [CrumbView]
  var foot: String
  var method: String
  var print: String
  /// From the page to the picture; nil without one.
  var logo: String?
  /// The client's own line at the foot.
  var footer: String?

  static let fields: [Field<FrameView>] = [
    .text("title", \.title), .text("client", \.client), .text("siteTitle", \.siteTitle),
    .text("language", \.language), .text("root", \.root), .list("navigation", \.navigation),
    .list("crumbs", \.crumbs), .text("foot", \.foot), .text("method", \.method), .text("print", \.print),
    .text("logo", \.logo), .text("footer", \.footer),
  ]
}

/// A link of the main navigation.
struct NavigationView: View {
  var label: String
  var href: String
  var count: String?
  var isCurrent: Bool

  static let fields: [Field<NavigationView>] = [
    .text("label", \.label), .text("href", \.href), .text("count", \.count), .flag("isCurrent", \.isCurrent),
  ]
}

/// A step on the way from the first page to this one.
struct CrumbView: View {
  var label: String
  var href: String?

  static let fields: [Field<CrumbView>] = [.text("label", \.label), .text("href", \.href)]
}

extension SiteContext {
  /// The frame of a page; `crumbs` lead to it from the part of the site that it belongs to.
  func frame(_ page: Page, title: String, crumbs: [CrumbView] = []) -> FrameView {
    let client = configuration.client ?? configuration.title
    let notes = report.project.notes.count
    let visits = report.project.scorecards.reduce(0) { $0 + $1.visits.count }
    var parts: [String] = []
    if let answers { parts.append(CountWords.of(answers, .answer)) }
    if notes > 0 { parts.append(CountWords.of(notes, .note)) }
    if visits > 0 { parts.append(CountWords.of(visits, .mysteryVisit)) }
    let day = DayText.long(report.asOf)
    let foot =
      parts.isEmpty
      ? say("Generated \(day)") : say("\(parts.joined(separator: ", ")) · generated \(day)")
    return FrameView(
      title: page == .index ? "\(configuration.title) · \(client)" : "\(title) · \(client)", client: client,
      siteTitle: configuration.client == nil ? "" : configuration.title, language: report.project.language.code,
      root: page.place.folder.isEmpty ? "" : "../", navigation: navigation(from: page), crumbs: crumbs,
      foot: foot,
      method: sitemap.link(from: page, to: .method) ?? "",
      print: page == .print ? "" : sitemap.link(from: page, to: .print) ?? "",
      logo: configuration.brand.logo.map { (page.place.folder.isEmpty ? "" : "../") + BrandStyle.logoPath($0) },
      footer: configuration.brand.footer)
  }

  private func navigation(from page: Page) -> [NavigationView] {
    let entries: [(label: String, target: Page?, count: Int?)] = [
      (say("Overview"), .index, nil), (say("Journey"), .journey, nil),
      (say("Dimensions"), dimensions.first.map { .dimension($0.id) }, nil),
      (say("Deficiencies"), .register, deficiencies.count), (say("Corrections"), .corrections, nil),
      (say("Priorities"), .priorities, nil), (say("Segments"), segments.first.map { .segment($0.id) }, nil),
      (say("Units"), .units, nil), (say("Waves"), .waves, nil), (say("Scorecards"), .scorecards, nil),
      (say("Notes"), .notes, nil),
      (say("Method"), .method, nil),
    ]
    return entries.compactMap { entry in
      guard let target = entry.target, let href = sitemap.link(from: page, to: target) else { return nil }
      return NavigationView(
        label: entry.label, href: href, count: entry.count.flatMap { $0 > 0 ? FigureText.count($0) : nil },
        isCurrent: target.part == page.part && page != .print)
    }
  }

  func crumb(_ label: String, to target: Page?, from page: Page) -> CrumbView {
    CrumbView(label: label, href: target.flatMap { sitemap.link(from: page, to: $0) })
  }
}

extension Page {
  /// The part of the site that a page belongs to, as the navigation shows it.
  fileprivate enum Part {
    case overview, journey, dimensions, deficiencies, corrections, priorities, segments, units, waves, scorecards, notes
    case method
  }

  fileprivate var part: Part {
    switch self {
    case .index, .print: .overview
    case .journey, .touchpoint: .journey
    case .dimension: .dimensions
    case .register, .deficiency: .deficiencies
    case .corrections: .corrections
    case .priorities: .priorities
    case .segment: .segments
    case .units: .units
    case .waves: .waves
    case .scorecards: .scorecards
    case .notes, .note: .notes
    case .method: .method
    }
  }
}

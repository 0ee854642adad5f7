/// How a document is turned into HTML.
package struct RenderingOptions: Sendable {
  /// Added to the level of every heading, so that a note's first heading can stand below the page's; 6 is the last.
  package var headingOffset: Int
  /// What a screen reader says for the arrow that leads from a footnote back to the text.
  package var backToText: String
  /// The words that stand before the title of an alert, by the alert's word in lower case; others are shown as written.
  package var alertNames: [String: String]
  /// Whether a paragraph of nothing but pictures becomes figures; else each stands in its sentence.
  package var hasFigures: Bool

  package init(
    headingOffset: Int = 0, backToText: String = "Back to the text", alertNames: [String: String] = [:],
    hasFigures: Bool = true
  ) {
    self.headingOffset = headingOffset
    self.backToText = backToText
    self.alertNames = alertNames
    self.hasFigures = hasFigures
  }
}

/// A document as HTML, with what a page around it needs to know.
package struct Rendering: Sendable, Equatable {
  package struct Heading: Sendable, Equatable {
    /// As rendered, with the offset.
    package let level: Int
    package let id: String
    package let text: String
  }

  /// Something that the page does not show as its writer meant.
  package enum Remark: Sendable, Equatable {
    /// The address has a scheme that is never written into a page: its words stand alone.
    case refusedLink(Link)
    /// An image that is not the site's own: pages load nothing from elsewhere, so its words lead there instead.
    case externalImage(Link)
    /// The text has no heading of that name.
    case unknownFragment(Link)
    /// HTML that is shown as text.
    case rawHTML(line: Int, column: Int)
    /// A table's row has more cells than its header: those that are over are not shown.
    case surplusCells(line: Int, column: Int)
  }

  package let html: String
  package let headings: [Heading]
  /// In the order of the text, by kind.
  package let remarks: [Remark]
}

extension Document {
  /// The document as HTML: valid inside a `div`, without scripts, styles and raw HTML.
  ///
  /// `resolve` is asked once for every link and image, in the order of the text, what becomes of it. Addresses that it
  /// gives are held to the same schemes as those in the text. `anchors` are the ids of the page so far.
  package func html(
    _ options: RenderingOptions = RenderingOptions(), anchors: inout Anchors,
    resolving resolve: (Link) -> LinkTarget = { _ in .asWritten }
  ) -> Rendering {
    let plan = RenderingPlan(self, options, &anchors, resolve)
    var renderer = HTMLRenderer(options, plan, sizeHint: lines.reduce(0) { $0 + $1.text.utf8.count } * 3 / 2)
    renderer.render(root)
    return Rendering(html: renderer.html, headings: plan.headings.map(\.heading), remarks: plan.remarks)
  }

  /// The document as HTML for a page that has no other ids.
  package func html(
    _ options: RenderingOptions = RenderingOptions(), resolving resolve: (Link) -> LinkTarget = { _ in .asWritten }
  ) -> Rendering {
    var anchors = Anchors()
    return html(options, anchors: &anchors, resolving: resolve)
  }
}

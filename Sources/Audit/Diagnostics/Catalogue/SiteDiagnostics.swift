/// What can be wrong with a site's pages.
extension Diagnostic {
  package static func siteDeadLink(
    _ address: String, suggestion: String?, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, "site/dead-link", at: location, "the link '\(address)' leads to no page of the site",
      hint: suggestion ?? "link to a note, a correction or content/index.md by its relative path")
  }

  package static func siteMissingPicture(_ address: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "site/missing-picture", at: location, "the picture '\(address)' is not shown",
      hint: "its description stands in its place; only notes have photos")
  }

  package static func siteRefusedLink(_ address: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "site/refused-link", at: location, "the link '\(address)' is not safe, only its words are shown",
      hint: "use http:, https:, mailto: or a relative path")
  }

  package static func siteExternalPicture(_ address: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "site/external-picture", at: location, "the picture '\(address)' lies elsewhere and is not shown",
      hint: "pages load nothing from elsewhere")
  }

  package static func siteUnknownFragment(_ address: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "site/unknown-heading", at: location, "there is no heading for the link '\(address)'",
      hint: "write the words of the heading in lower case, with '-' for blanks; or leave out '#' and what follows")
  }

  package static func siteRawHTML(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "site/raw-html", at: location, "HTML is shown as text, not read", hint: "write it as Markdown")
  }

  package static func siteSurplusCells(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "site/surplus-cells", at: location, "the row has more cells than its table's head, those are not shown",
      hint: "add columns to the table's head, or write '\\|' for a bar in a cell")
  }

  /// `limit` says in words what was exceeded.
  package static func siteUnreadableText(_ limit: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "site/text-too-complex", at: location, "the text has \(limit)", hint: "split it")
  }
}

package import Audit
import Theme

/// A site's files with what is wrong with templates and links.
package struct RenderedSite: Sendable {
  /// Without files where a template is wrong.
  package var site: Site
  package var diagnostics: [Diagnostic]
}

/// Makes all files of the site from the report: pages, assets and exports. Pure: the same report gives the same bytes.
package func render(_ report: Report) -> RenderedSite {
  Language.$current.withValue(report.project.language) { rendered(report) }
}

private func rendered(_ report: Report) -> RenderedSite {
  let (templates, problems) = Templates.load(overrides: report.project.templates, pages: SitePages.templates)
  guard !problems.contains(where: { $0.severity == .error }) else {
    return RenderedSite(site: Site(files: []), diagnostics: problems)
  }
  let context = SiteContext(report)
  var prose = Prose(context)
  var files = SitePages.render(context, with: templates, &prose)
  files += templates.assets.map { asset in
    asset.path == "assets/site.css"
      ? SiteFile(
        path: asset.path, bytes: asset.bytes + BrandStyle.css(report.project.configuration.brand).utf8)
      : asset
  }
  files += BrandStyle.files(report.project.configuration.brand)
  files.append(SiteFile(path: "assets/search.js", bytes: Array(SearchIndex(context.searchEntries).script.utf8)))
  files += Photographs.files(report.project)
  files += Exports.files(context)
  return RenderedSite(site: Site(files: files), diagnostics: problems + prose.diagnostics)
}

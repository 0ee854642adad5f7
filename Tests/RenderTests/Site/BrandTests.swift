import Audit
import Testing

@testable import Render

struct BrandTests {
  private static func report() throws -> Report {
    var report = try SampleReport.make()
    let place = SourceLocation("cxaudit.yml", line: 1, column: 1)
    var logo = Brand.File(path: "content/Logo.SVG", location: place)
    logo.bytes = Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8)
    var font = Brand.File(path: "content/fonts/house.woff2", location: place)
    font.bytes = [1, 2, 3]
    report.project.configuration.brand.logo = logo
    report.project.configuration.brand.fonts = [Brand.Font(role: .headings, file: font)]
    report.project.configuration.brand.footer = "Harbour <Bank>, for internal use"
    return report
  }

  private static func text(_ path: String, _ site: Site) throws -> String {
    String(decoding: try #require(site.files.first { $0.path == path }).bytes, as: UTF8.self)
  }

  @Test("the logo stands on every page, from its folder, and is a file of the site")
  func logo() throws {
    let site = render(try Self.report()).site
    #expect(try Self.text("assets/brand-logo.svg", site).hasPrefix("<svg"))
    #expect(try Self.text("index.html", site).contains("<img class=\"logo\" src=\"assets/brand-logo.svg\" alt=\"\">"))
    #expect(try Self.text("method.html", site).contains("src=\"assets/brand-logo.svg\""))
    let inside = try #require(
      site.files.first { $0.path.hasPrefix("deficiencies/") && $0.path != "deficiencies/index.html" })
    #expect(String(decoding: inside.bytes, as: UTF8.self).contains("src=\"../assets/brand-logo.svg\""))
  }

  @Test("a font comes before the theme's own faces and is a file beside the style sheet")
  func font() throws {
    let site = render(try Self.report()).site
    let css = try Self.text("assets/site.css", site)
    #expect(css.contains("@font-face { font-family: \"Brand headings\"; src: url(\"brand-headings.woff2\")"))
    #expect(css.contains("--brand-headings: \"Brand headings\",;"))
    #expect(css.contains("--serif: var(--brand-headings,) "))
    #expect(!css.contains("--brand-text: "))
    #expect(site.files.first { $0.path == "assets/brand-headings.woff2" }?.bytes == [1, 2, 3])
  }

  @Test("the footer is text on every page")
  func footer() throws {
    for file in render(try Self.report()).site.files where file.path.hasSuffix(".html") {
      #expect(
        String(decoding: file.bytes, as: UTF8.self).contains("<p>Harbour &lt;Bank&gt;, for internal use</p>"),
        "\(file.path)")
    }
  }

  @Test("without a brand nothing is added")
  func none() throws {
    var report = try SampleReport.make()
    report.project.configuration.brand = Brand()
    let site = render(report).site
    #expect(!site.files.contains { $0.path.hasPrefix("assets/brand") })
    #expect(!(try Self.text("index.html", site)).contains("class=\"logo\""))
  }
}

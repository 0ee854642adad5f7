import Audit
import Testing

@testable import Write

@Suite struct LinksOfASite {
  private static let pages = [
    "index.html": "", "units/a.html": "<h2 id=\"cause\">x</h2><a name=old>", "assets/style.css": "",
    "notes/caf%C3%A9.html": "",
  ]

  private func broken(_ html: String, on page: String) -> [String] {
    var files = LinksOfASite.pages
    files[page] = html
    let site = Site(files: files.map { SiteFile(path: $0.key, bytes: Array($0.value.utf8)) })
    return brokenLinks(in: site).filter { $0.summary.hasPrefix("the page \(page) ") }.map(\.summary)
  }

  @Test(arguments: [
    "units/a.html", "./units/a.html", "units/../units/a.html#cause", "units/a.html#old", "#", "#top", "#here", "",
    "assets/style.css?v=1", "https://example.com/x", "mailto:a@example.com", "data:image/png;base64,xx",
    "units/a.html#ca%75se", "units&#47;a.html",
  ])
  func leadSomewhere(_ link: String) {
    #expect(broken("<p id=here><a class=x href=\"\(link)\">x</a>", on: "page.html").isEmpty)
  }

  @Test(arguments: [
    "units/b.html", "units", "units/", "/index.html", "../index.html", "units/a.html#nowhere", "#nowhere",
    "//example.com/x",
  ])
  func leadNowhereAndAreTold(_ link: String) {
    #expect(
      broken("<a\nhref='\(link)'>x</a><a href=\"\(link)\">again</a>", on: "page.html") == [
        "the page page.html links to '\(link)', which is not in the site"
      ])
  }

  @Test func imagesAndStylesAreLookedAtFromTheirFolder() {
    let html = "<link rel=stylesheet href=../assets/style.css><img alt='a > b' src=\"../assets/logo.svg\"/>"
    #expect(
      broken(html, on: "units/b.html") == [
        "the page units/b.html links to '../assets/logo.svg', which is not in the site"
      ])
  }

  @Test(arguments: [
    "<!-- <a href=\"x\"> -->", "<script>\"<a href='x'>\"</script>", "<style>a{}</style>", "1 < 2 href=x",
  ])
  func onlyTagsHoldLinks(_ html: String) {
    #expect(broken(html, on: "page.html").isEmpty)
  }
}

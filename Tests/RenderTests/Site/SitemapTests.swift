import Testing

@testable import Render

struct SitemapTests {
  @Test(
    "a name becomes portable",
    arguments: [
      ("gap.branch.responsiveness", "gap.branch.responsiveness"), ("Customer Type", "customer-type"),
      ("Zürich/West", "z-rich-west"), ("..", "5ec1f7e7"), ("名前", "7ec26292"), ("-a-", "a"), (".hidden.", "hidden"),
    ])
  func portable(name: String, expected: String) {
    #expect(FileName.portable(name) == expected)
  }

  @Test("names that collide get suffixes in the order of their ids, whatever the order of the input")
  func collisions() {
    for pages in [
      [Page.segment("A b"), .segment("a-b"), .segment("a b")], [.segment("a b"), .segment("a-b"), .segment("A b")],
    ] {
      let sitemap = Sitemap(pages)
      #expect(sitemap.path(of: .segment("A b")) == "segments/a-b.html")
      #expect(sitemap.path(of: .segment("a b")) == "segments/a-b-2.html")
      #expect(sitemap.path(of: .segment("a-b")) == "segments/a-b-3.html")
    }
  }

  @Test("a note or a deficiency named index does not take the list's place")
  func index() {
    let sitemap = Sitemap([.notes, .note("index"), .register, .deficiency("index")])
    #expect(sitemap.path(of: .notes) == "notes/index.html")
    #expect(sitemap.path(of: .note("index")) == "notes/index-2.html")
    #expect(sitemap.path(of: .deficiency("index")) == "deficiencies/index-2.html")
  }

  @Test("links are relative")
  func links() {
    let sitemap = Sitemap([.index, .register, .deficiency("x"), .touchpoint("t")])
    #expect(sitemap.link(from: .index, to: .deficiency("x")) == "deficiencies/x.html")
    #expect(sitemap.link(from: .deficiency("x"), to: .index) == "../index.html")
    #expect(sitemap.link(from: .deficiency("x"), to: .register) == "index.html")
    #expect(sitemap.link(from: .deficiency("x"), to: .touchpoint("t"), fragment: "a") == "../touchpoints/t.html#a")
    #expect(sitemap.link(from: .index, to: .index, fragment: "act") == "#act")
    #expect(sitemap.link(from: .index, to: .method) == nil)
  }

  @Test(
    "an accent can be read on paper and in the dark",
    arguments: ["#0b6e6e", "#ffee00", "#000000", "#ffffff", "#ff0000", "#777777"])
  func accents(accent: String) throws {
    let css = BrandStyle.css(accent: accent)
    let colors = css.split(separator: "#").dropFirst().compactMap { BrandStyle.Color(hex: "#\($0.prefix(6))") }
    try #require(colors.count == 2)
    #expect(colors[0].contrast(to: BrandStyle.Color(0xFC, 0xFB, 0xF8)) >= 4.5)
    #expect(colors[0].contrast(to: BrandStyle.Color(0xEA, 0xF1, 0xF0)) >= 4.5)
    #expect(colors[1].contrast(to: BrandStyle.Color(0x15, 0x18, 0x1A)) >= 4.5)
    #expect(colors[1].contrast(to: BrandStyle.Color(0x1D, 0x2B, 0x2C)) >= 4.5)
  }

  @Test(
    "what is no colour leaves the theme's accent", arguments: [nil, "red", "#12345", "#12345g", "url(x)", "#+1+1+1"])
  func noAccent(accent: String?) {
    #expect(!BrandStyle.css(accent: accent).contains("--brand"))
  }

  @Test("the theme's colours can be read", arguments: [(false, 4.5), (true, 4.5)])
  func themeColors(isDark: Bool, least: Double) throws {
    let css = try #require(ThemeColors.read(isDark: isDark))
    for ground in ["paper", "wash"] {
      let back = try #require(css[ground])
      for name in ["ink", "muted", "critical", "major", "minor", "observation", "watch", "good", "plain"] {
        let color = try #require(css[name])
        #expect(color.contrast(to: back) >= least, "\(name) on \(ground)")
      }
    }
  }
}

import Testing

@testable import Theme

struct ThemeTests {
  @Test("the theme holds its files by path, in byte order, without Swift sources")
  func files() {
    let paths = Theme.files.map(\.path)
    #expect(paths.contains("layout.mustache") && paths.contains("assets/site.css"))
    #expect(paths == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(!paths.contains { $0.hasSuffix(".swift") })
    #expect(Theme.file(at: "assets/site.css")?.text.contains("--accent") == true)
    #expect(Theme.file(at: "assets") == nil)
    #expect(Theme.files(in: "assets").allSatisfy { $0.path.hasPrefix("assets/") })
  }
}

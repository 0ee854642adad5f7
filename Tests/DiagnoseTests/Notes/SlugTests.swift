import Testing

@testable import Diagnose

struct SlugTests {
  @Test(
    "titles become plain words with hyphens",
    arguments: [
      ("Nobody greets a waiting customer", "nobody-greets-a-waiting-customer"),
      ("  S1: 30 % — late!  ", "s1-30-late"), ("Größe & Ærø, Łódź, Þór", "grosse-aero-lodz-thor"),
      ("Don’t ask, don't tell", "dont-ask-dont-tell"), ("e\u{301}te\u{301}", "ete"), ("été", "ete"),
      ("窓口で挨拶がない", "ec6f7612"),
      (
        "A title that is far too long for an address and has to end somewhere",
        "a-title-that-is-far-too-long-for-an-address-and"
      ),
    ])
  func slugs(title: String, slug: String) {
    #expect(Slug.of(title) == slug)
  }

  @Test("slugs hold nothing but letters, digits and single hyphens, and never too many of them")
  func alphabet() {
    for scalar in 0x20...0x24F {
      guard let scalar = Unicode.Scalar(scalar) else { continue }
      let slug = Slug.of(String(repeating: "a\(scalar)", count: 40))
      #expect(slug.utf8.count <= 48 && !slug.contains("--") && !slug.hasSuffix("-"))
      #expect(slug.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
    }
  }
}

import Audit
import Testing

@Suite("Names for what has only an id")
struct IdentifierTextTests {
  @Test(
    "an id reads as words",
    arguments: [
      ("branch", "Branch"), ("mobile-app", "Mobile app"), ("after_sale", "After sale"), ("éclair", "Éclair"),
      ("NPS", "NPS"), ("", ""),
    ])
  func names(_ id: String, _ name: String) {
    #expect(IdentifierText.name(of: id) == name)
  }

  @Test("a touchpoint, a dimension and a segment without a name are called after their id; a name goes before")
  func nouns() {
    #expect(Touchpoint(id: "mobile-app").name == "Mobile app")
    #expect(Dimension(id: "ease").name == "Ease")
    #expect(Segment(id: "flight-class").name == "Flight class")
    #expect(Touchpoint(id: "app", name: "the app").name == "the app")
  }
}

import Audit

@testable import Ingest

/// A bank with two touchpoints and two standards, in which the notes of the tests are read.
enum NoteFixture {
  static let configuration: Configuration = {
    var configuration = Configuration()
    configuration.journey = Journey(phases: [
      Phase(
        name: "Buying",
        touchpoints: [Touchpoint(id: "branch", name: "Branch visit"), Touchpoint(id: "phone", name: "Phone enquiry")])
    ])
    configuration.standards = [
      Standard(id: "S1", text: "Greeted", touchpoint: "branch", dimension: "responsiveness", target: 0.9),
      Standard(id: "S12", text: "Served", touchpoint: "branch", dimension: "responsiveness", target: 0.8),
    ]
    return configuration
  }()

  static func read(
    _ text: String, file: String = "content/notes/visit.md", slug: String = "visit"
  ) -> NoteReading {
    NoteReader(terms: NoteTerms(configuration)).read(SourceText(text, file: file), slug: slug)
  }
}

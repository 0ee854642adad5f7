import Audit
import Foundation
import TestSupport
import Testing

@testable import Diagnose

/// What the rules say of themselves.
struct RuleBookTests {
  @Test("docs/rules.md is what the rules say; where it is not, the text stands beside the test's log") func document()
    throws
  {
    let written = try? Repository.read("docs/rules.md")
    if written != Rule.document {
      let place = FileManager.default.temporaryDirectory.appending(path: "cxaudit-rules.md")
      try Data(Rule.document.utf8).write(to: place)
      Issue.record("docs/rules.md is out of date; copy \(place.path(percentEncoded: false)) over it")
    }
  }

  @Test("each rule says what it means, what it needs and where it comes from", arguments: Rule.all.map(\.id))
  func metadata(id: Finding.Kind) {
    let metadata = Rule(id: id).metadata
    for text in [metadata.whenItHolds.text, metadata.whenItFails.text] {
      #expect(text.last == "." && !text.contains("\n") && !text.contains("  "))
    }
    for text in [metadata.name.text, metadata.needs.text, metadata.source.text] {
      #expect(!text.isEmpty && text.last != "." && !text.contains("\n"))
    }
  }

  @Test("names are unique") func names() {
    #expect(Set(Rule.all.map(\.metadata.name)).count == Rule.all.count)
  }
}

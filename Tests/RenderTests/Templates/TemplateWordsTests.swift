import Audit
import Testing

@testable import Render

/// What templates say in the site's language.
@Suite struct TemplateWordsTests {
  private func said(_ template: String, _ messages: [String: String] = [:]) -> String {
    Language.$current.withValue(Language(code: "de", formats: .english, messages: messages)) {
      TemplateWords.said(template)
    }
  }

  @Test("words are English where the language has none") func english() {
    #expect(
      said("<h2>{{#say}}Act first{{/say}}</h2>{{#say}}Since {{wave}}.{{/say}}") == "<h2>Act first</h2>Since {{wave}}.")
  }

  @Test("a phrase may hold tags, in the order of its language") func tags() {
    #expect(
      said("<p>{{#say}}Since {{wave}}{{/say}}</p>", ["Since {{wave}}": "{{wave}}: seither"])
        == "<p>{{wave}}: seither</p>")
  }

  @Test("a phrase over several lines is known on one, and the lines after it keep their numbers") func lines() {
    #expect(said("{{#say}}Act\n  first{{/say}}.\n{{x}}", ["Act first": "Zuerst"]) == "Zuerst\n.\n{{x}}")
  }

  @Test("what is not closed is left for the check of templates") func open() {
    #expect(said("a {{#say}}b") == "a {{#say}}b")
  }
}

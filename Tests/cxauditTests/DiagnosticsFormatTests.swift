import Audit
import Foundation
import Testing

@testable import cxaudit

@Suite struct DiagnosticsForPrograms {
  private static let error = Diagnostic(
    .error, "codebook/unknown-column", at: Audit.SourceLocation("content/a b.yml", line: 7, column: 3),
    "no column 'P, 22': 100% \"sure\" <it> & more", hint: "did you mean 'P2'?")
  private static let note = Diagnostic(.note, "output/foreign-files", at: nil, "a file is left")

  private func text(_ format: DiagnosticsFormat, _ diagnostics: [Diagnostic] = [error, note]) -> String {
    format.text(of: diagnostics, in: ProjectPrefix(project: "bank"), colour: false)
  }

  @Test func jsonIsOneObjectALineWithPathsOfTheProject() {
    #expect(
      text(.json) == #"""
        {"id": "codebook/unknown-column", "severity": "error", "file": "content/a b.yml", "line": 7, "column": 3, "summary": "no column 'P, 22': 100% \"sure\" <it> & more", "hint": "did you mean 'P2'?"}
        {"id": "output/foreign-files", "severity": "note", "file": null, "line": null, "column": null, "summary": "a file is left", "hint": null}

        """#)
  }

  @Test func githubGetsWorkflowCommands() {
    #expect(
      text(.github) == """
        ::error file=bank/content/a b.yml,line=7,col=3,title=codebook/unknown-column::no column 'P, 22': 100%25 \
        "sure" <it> & more%0Ahelp: did you mean 'P2'?
        ::notice title=output/foreign-files::a file is left

        """)
  }

  @Test func gitlabGetsACodeQualityReport() throws {
    let issues = try #require(
      try JSONSerialization.jsonObject(with: Data(text(.gitlab).utf8)) as? [[String: Any]])
    #expect(issues.map { $0["severity"] as? String } == ["critical", "info"])
    let location = try #require(issues[0]["location"] as? [String: Any])
    #expect(location["path"] as? String == "bank/content/a b.yml")
    #expect((location["lines"] as? [String: Int]) == ["begin": 7])
    #expect(Set(issues.compactMap { $0["fingerprint"] as? String }).count == 2)
    #expect(text(.gitlab, []) == "[]\n")
  }

  @Test func sarifHasARuleForEachIdAndAPlaceForEachResult() throws {
    let log = try #require(try JSONSerialization.jsonObject(with: Data(text(.sarif).utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["level"] as? String } == ["error", "note"])
    #expect(results[1]["locations"] == nil)
    #expect(text(.sarif).contains("\"uri\": \"bank/content/a%20b.yml\""))
    #expect(text(.sarif).contains("\"region\": {\"startLine\": 7, \"startColumn\": 3}"))
  }

  @Test func junitFailsForErrorsAlone() {
    #expect(
      text(.junit) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites tests="2" failures="1">
          <testsuite name="cxaudit" tests="2" failures="1">
            <testcase classname="bank/content/a b.yml:7:3" name="codebook/unknown-column"><failure message="no column \
        'P, 22': 100% &quot;sure&quot; &lt;it&gt; &amp; more">bank/content/a b.yml:7:3
        no column 'P, 22': 100% &quot;sure&quot; &lt;it&gt; &amp; more
        did you mean 'P2'?</failure></testcase>
            <testcase classname="cxaudit" name="output/foreign-files"><system-out>note: a file is left</system-out></testcase>
          </testsuite>
        </testsuites>

        """)
    #expect(text(.junit, []).contains("<testcase classname=\"cxaudit\" name=\"no problems\"/>"))
  }
}

import Audit
import Ingest
import Render

/// A plan to start from: what is known of the deficiency, and the steps that usually help.
struct CorrectionDraft {
  let finding: Finding
  let remedy: Remedy?
  let start: Day
  /// Names that plans have already.
  var taken: Set<String> = []

  /// Where it goes in the project: the deficiency's id may hold what respondents or an export wrote. Another plan for it has
  /// a number behind.
  var path: String {
    let name = FileName.portable(finding.id)
    let names = [name] + (2...taken.count + 2).map { "\(name)-\($0)" }
    return "content/corrections/\(names.first { !taken.contains($0) } ?? name).md"
  }

  /// Lines that begin with `#` say what only people can decide.
  var text: String {
    let lines =
      ["---", "corrects: \(YAMLWriting.list([finding.id]))"] + owner + ["start: \(start.iso)", "# due: \(due.iso)"]
      + effort
      + ["# target: the level that the measure should reach, a number or a share such as 80%", "---"]
      + ["# \(finding.title)", "", "As of \(start.iso): \(finding.statement)", ""] + advice + steps
    return lines.joined(separator: "\n") + "\n"
  }

  /// A quarter later, for want of better.
  private var due: Day { Day(ordinal: start.ordinal + 91) ?? start }

  private var owner: [String] { ["# owner: \(remedy?.owner ?? "who answers for it")"] }

  private var effort: [String] {
    guard let days = remedy?.effort?.days else { return ["# effort: 15 days"] }
    return ["effort: \(Int(exactly: days).map(String.init) ?? String(days)) days"]
  }

  private var advice: [String] {
    guard let remedy else { return [] }
    var words = ["From the playbook: \(remedy.title)."]
    if let measure = remedy.measure { words.append("To measure: \(measure)") }
    if let expect = remedy.expect { words.append("To expect: \(expect)") }
    if let source = remedy.source { words.append("Source: \(source)") }
    return words.flatMap { [$0, ""] }
  }

  private var steps: [String] {
    // Those of a plan that failed are not tried once more.
    let texts = finding.steps.filter { $0.source != .plan }.map(\.text)
    guard !texts.isEmpty else { return ["1. [ ] The first step."] }
    return texts.enumerated().map { "\($0.offset + 1). [ ] \($0.element)" }
  }
}

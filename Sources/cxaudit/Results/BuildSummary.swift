import Audit
import Render
import Write

/// What a build came to, for the person or the program that started it.
struct BuildSummary {
  let report: Report
  let output: String
  let counts: WriteResult.Counts
  let log: DiagnosticLog
  /// Nil where nobody asked for them.
  let gates: [GateResult]?

  /// Two lines, the site and the findings by class, and the gates that were judged.
  var text: String {
    let site = "\(output): \(Counted.text(counts.files, "file")), \(counts.written) new or changed"
    let removed = counts.removed > 0 ? ", \(counts.removed) removed" : ""
    let classes = findingsByClass.filter { $0.count > 0 }.map { "\($0.count) \($0.name)" }
    return "\(site)\(removed)\nfindings: \(classes.isEmpty ? "none" : classes.joined(separator: ", "))\n"
      + GateTable(gates: gates ?? []).text
  }

  var json: JSON {
    .object([
      .init("output", .string(output)),
      .init("asOf", .string(report.asOf.iso)),
      .init("files", .integer(counts.files)),
      .init("written", .integer(counts.written)),
      .init("unchanged", .integer(counts.unchanged)),
      .init("removed", .integer(counts.removed)),
      .init("findings", .object(findingsByClass.map { .init($0.name, .integer($0.count)) })),
      .init("gates", gates.map(GatesDocument.json) ?? .null),
      .init("warnings", .integer(log.entries.count { $0.severity == .warning })),
    ])
  }

  /// Gravest first.
  private var findingsByClass: [(name: String, count: Int)] {
    FindingClass.allCases.map { findingClass in
      (findingClass.rawValue, report.findings.count { $0.findingClass == findingClass })
    }
  }
}

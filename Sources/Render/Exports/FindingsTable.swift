package import Audit

/// The register as a table: one finding a row, in the order of the register.
package enum FindingsTable {
  private static let header = [
    "id", "kind", "class", "status", "touchpoint", "dimension", "segment", "cause", "share", "low", "high", "n",
    "severity", "burden", "priority", "impact-low", "impact", "impact-high", "currency", "place", "best", "worst",
    "act",
    "quick-win", "owner", "due", "steps", "done", "plan", "verdict", "title", "statement",
  ]

  /// Numbers stand as in `data/statistics.csv`; what does not apply is empty. Texts are no
  /// formulas to a spreadsheet.
  package static func csv(_ findings: [Finding]) -> [UInt8] {
    findings.reduce(into: CSVText.row(header)) { $0 += CSVText.row(row($1)) }
  }

  private static func row(_ finding: Finding) -> [String] {
    let (reach, plan) = (finding.reach, finding.plan)
    var fields: [String?] = [finding.id, finding.kind.rawValue, finding.findingClass.rawValue, finding.status.rawValue]
    fields += [finding.touchpoint, finding.dimension, finding.segment.map { "\($0.segment)=\($0.value)" }]
    fields = fields.map { $0.map(CSVText.guarded) }
    fields += [finding.cause?.rawValue, number(reach?.share), number(reach?.low), number(reach?.high)]
    fields += [reach.map { String($0.n) }, number(finding.severity), number(finding.burden), number(finding.priority)]
    fields += value(finding)
    fields += [
      plan?.owner.map(CSVText.guarded), plan?.due?.iso, plan.map { String($0.steps) },
      plan.map { String($0.stepsDone) },
    ]
    fields += [plan?.correction, finding.verdict?.word?.rawValue, CSVText.guarded(finding.title)]
    fields.append(CSVText.guarded(finding.statement))
    return fields.map { $0 ?? "" }
  }

  /// What it costs and where it stands.
  private static func value(_ finding: Finding) -> [String?] {
    let (impact, rank) = (finding.impact?.total, finding.rank)
    let places = [rank?.place, rank?.best, rank?.worst, rank?.act].map { $0.map { String($0) } }
    return [number(impact?.low), number(impact?.mid), number(impact?.high), finding.impact?.currency] + places
      + [finding.isQuickWin ? "yes" : nil]
  }

  private static func number(_ value: Double?) -> String? { value.flatMap(CanonicalNumber.text) }
}

extension Report {
  /// `data/findings.json`.
  package var findingsDocument: JSON { FindingsDocument.json(self) }
}

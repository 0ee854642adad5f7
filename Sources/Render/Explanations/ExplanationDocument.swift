package import Audit

/// An explanation for programs: the schema `cxaudit/explanation/1` of docs/outputs.md.
package enum ExplanationDocument {
  package static func json(_ explanation: Explanation) -> JSON {
    .object([
      .init("schema", .string("cxaudit/explanation/1")),
      .init("asked", .string(explanation.asked)),
      .init("figure", explanation.figure.map(row) ?? .null),
      .init("subject", .optional(explanation.subject)),
      .init("meaning", explanation.meaning.map(meaning) ?? .null),
      .init("inputs", .array(explanation.inputs.map(input))),
      .init("steps", .array(explanation.steps.map(row))),
      .init("certainty", .array(explanation.certainty.map(row))),
      .init("parts", .array(explanation.parts.map(row))),
      .init("finding", explanation.judgement.map(judgement) ?? .null),
    ])
  }

  private static func number(_ value: Double?) -> JSON {
    value.flatMap(CanonicalNumber.text).map(JSON.number) ?? .null
  }

  private static func row(_ row: Explanation.Row) -> JSON {
    let value = row.figure.value.flatMap(CanonicalNumber.text)
    return .object([
      .init("survey", .string(row.key.survey)), .init("wave", .string(row.key.wave)),
      .init("slice", .string(row.key.slice.key)), .init("kind", .string(row.key.kind.rawValue)),
      .init("subject", .string(row.key.subject)), .init("statistic", .string(row.statistic.rawValue)),
      .init("value", value.map(JSON.number) ?? .null), .init("n", .optional(row.figure.n)),
      .init("reason", value == nil ? .string((row.figure.reason ?? .noData).rawValue) : .null),
      .init("withheld", .bool(row.isWithheld)),
    ])
  }

  private static func meaning(_ meaning: StatisticMeaning) -> JSON {
    .object([
      .init("definition", .string(meaning.plain.text)), .init("formula", .string(meaning.formula.text)),
      .init("source", .string(meaning.source.citation)),
    ])
  }

  private static func input(_ input: ExplainedInput) -> JSON {
    .object([
      .init("survey", .string(input.survey)), .init("wave", .string(input.wave)),
      .init("files", .array(input.files.map(JSON.string))),
      .init("columns", .array(input.columns.map(column))),
      .init(
        "steps",
        .array(
          input.steps.map { step in
            .object([.init("what", .string(step.words)), .init("n", .integer(step.n))])
          })),
    ])
  }

  private static func column(_ column: ExplainedInput.Column) -> JSON {
    let tally = column.tally
    return .object([
      .init("header", .string(tally.header)), .init("role", .string(column.role)),
      .init("serves", .string(column.serves)), .init("rows", .integer(tally.rows)),
      .init("valid", .integer(tally.valid)), .init("missing", .integer(tally.missing)),
      .init("notApplicable", .integer(tally.notApplicable)), .init("invalid", .integer(tally.invalid)),
      .init("missingCodes", .array(column.codes.missing.map(JSON.string))),
      .init("notApplicableCodes", .array(column.codes.notApplicable.map(JSON.string))),
    ])
  }

  private static func judgement(_ judgement: Explanation.Judgement) -> JSON {
    let finding = judgement.finding
    return .object([
      .init("id", .string(finding.id)), .init("title", .string(finding.title)),
      .init("class", .string(finding.findingClass.rawValue)), .init("statement", .string(finding.statement)),
      .init("rule", .string(finding.kind.rawValue)), .init("means", .optional(judgement.rule?.whenItHolds.text)),
      .init("source", .optional(judgement.rule?.source.text)),
      .init(
        "path",
        .array(
          judgement.path.map { step in
            .object([
              .init("condition", .string(step.condition)), .init("statistic", .optional(step.statistic?.rawValue)),
              .init("value", number(step.value)), .init("holds", .bool(step.holds)),
            ])
          })),
      .init("remarks", .array(finding.remarks.map(JSON.string))),
      .init(
        "evidence",
        .array(
          finding.evidence.map { evidence in
            .object([
              .init("kind", .string(evidence.kind.rawValue)), .init("source", .string(evidence.source)),
              .init("line", .optional(evidence.line)), .init("figure", .optional(evidence.figure)),
              .init("value", number(evidence.value)), .init("n", .optional(evidence.n)),
              .init("text", .optional(evidence.text)),
            ])
          })),
    ])
  }
}

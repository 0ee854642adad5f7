import Audit
import Ingest
import Render

/// A comparison of two builds for other programs.
enum DiffDocument {
  static func json(_ diff: BuildDiff) -> JSON {
    .object([
      JSON.Member("schema", .string("cxaudit/diff/1")), JSON.Member("old", build(diff.old)),
      JSON.Member("new", build(diff.new)),
      JSON.Member("findings", diff.findings.map { .array($0.map(finding)) } ?? .null),
      JSON.Member("figures", diff.figures.map { .array($0.map(figure)) } ?? .null),
    ])
  }

  private static func build(_ build: KeptBuild) -> JSON {
    .object([
      JSON.Member("path", .string(build.path)), JSON.Member("project", .optional(build.register?.project)),
      JSON.Member("asOf", .optional(build.register?.day.iso)),
    ])
  }

  private static func finding(_ change: FindingChange) -> JSON {
    .object([
      JSON.Member("change", .string(change.kind.rawValue)), JSON.Member("ground", .optional(change.ground?.rawValue)),
      JSON.Member("id", .string(change.id)), JSON.Member("title", .string(change.title)),
      JSON.Member("before", record(change.before)), JSON.Member("now", record(change.now)),
    ])
  }

  private static func record(_ record: FindingRecord?) -> JSON {
    guard let record else { return .null }
    let measure = record.measure
    return .object([
      JSON.Member("class", .string(record.findingClass.rawValue)),
      JSON.Member("status", .string(record.status.rawValue)), JSON.Member("figure", .optional(measure?.figure)),
      JSON.Member("value", .canonical(measure?.value)), JSON.Member("low", .canonical(measure?.low)),
      JSON.Member("high", .canonical(measure?.high)), JSON.Member("n", .optional(measure?.n)),
    ])
  }

  private static func figure(_ change: OutcomeChange) -> JSON {
    .object([
      JSON.Member("survey", .string(change.now.survey)), JSON.Member("outcome", .string(change.now.outcome)),
      JSON.Member("statistic", .string(change.now.statistic.rawValue)),
      JSON.Member("change", .string(change.direction.rawValue)), JSON.Member("before", record(change.before)),
      JSON.Member("now", record(change.now)),
    ])
  }

  private static func record(_ record: OutcomeRecord) -> JSON {
    .object([
      JSON.Member("wave", .string(record.wave)), JSON.Member("value", .canonical(record.value)),
      JSON.Member("low", .canonical(record.low)), JSON.Member("high", .canonical(record.high)),
      JSON.Member("n", .optional(record.n)),
    ])
  }
}

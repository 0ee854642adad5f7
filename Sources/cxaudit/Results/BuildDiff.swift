import Audit
import Diagnose
import Ingest

/// Two builds held against each other.
struct BuildDiff {
  let old: KeptBuild
  let new: KeptBuild
  /// Nil where one side has no register.
  let findings: [FindingChange]?
  /// Headline figures; nil where one side has no statistics.
  let figures: [OutcomeChange]?

  /// Nil where the two have nothing in common.
  init?(old: KeptBuild, new: KeptBuild) {
    self.old = old
    self.new = new
    if let before = old.register, let now = new.register {
      findings = RegisterComparison.changes(from: before.findings, to: now.findings).map { change in
        var change = change
        switch change.kind {
        case .gone: change.ground = now.leftOut[change.id]
        case .new: change.ground = before.leftOut[change.id]
        case .worse, .better, .changed: break
        }
        return change
      }
    } else {
      findings = nil
    }
    if let before = old.outcomes, let now = new.outcomes {
      figures = RegisterComparison.changes(from: before, to: now)
    } else {
      figures = nil
    }
    if findings == nil, figures == nil { return nil }
  }

  var isEmpty: Bool { findings?.isEmpty ?? true && figures?.isEmpty ?? true }

  /// `2026-06-30`; the path of what has no day.
  static func name(_ build: KeptBuild) -> String { build.register?.day.iso ?? build.path }
}

/// What became of findings and figures, in words that terminals and pull requests share.
enum DiffWords {
  static func heading(_ kind: FindingChange.Kind) -> String {
    switch kind {
    case .worse: "worse"
    case .new: "new"
    case .better: "better"
    case .gone: "gone"
    case .changed: "otherwise changed"
    }
  }

  /// `critical, was major`.
  static func findingClass(_ change: FindingChange) -> String {
    pair(change.now?.findingClass.rawValue, change.before?.findingClass.rawValue)
  }

  static func status(_ change: FindingChange) -> String {
    pair(change.now?.status.rawValue, change.before?.status.rawValue)
  }

  /// `53 % (49 to 57 %), was 35 % (29 to 42 %)`; empty where neither side has a figure.
  static func figure(_ change: FindingChange) -> String {
    let (now, before) = (change.now?.measure, change.before?.measure)
    // Figures of two kinds are not put side by side.
    if let now, let before, now.figure != before.figure { return now.text }
    return pair(now?.text, before?.text)
  }

  /// On what a judgement rests; nil where nothing is judged.
  static func ground(_ change: FindingChange) -> String? {
    switch (change.kind, change.ground) {
    case (.gone, .hidden?): "left out by the consultant"
    case (.gone, .merged?): "made a part of another by the consultant"
    case (_, .hidden?): "was left out by the consultant"
    case (_, .merged?): "was a part of another"
    case (.gone, _):
      change.before?.isOpenDeficiency == true ? "no longer found, which does not prove that it is mended" : nil
    case (_, .interval?): "more than chance explains"
    case (_, .findingClass?):
      figure(change).isEmpty ? "by its class" : "by its class; the figure may differ by chance"
    case (_, nil): nil
    }
  }

  /// `18.12 (13.77 to 22.37) in 2026-Q3`.
  static func figure(_ record: OutcomeRecord) -> String {
    let measure = FindingMeasure(
      figure: "outcome/\(record.outcome)/\(record.statistic.rawValue)", value: record.value, low: record.low,
      high: record.high, n: record.n, better: nil)
    return measure.text + (record.wave.isEmpty ? "" : " in \(record.wave)")
  }

  static func direction(_ change: OutcomeChange) -> String {
    switch change.direction {
    case .higher: "higher, more than chance explains"
    case .lower: "lower, more than chance explains"
    case .unclear: "no clear change"
    }
  }

  private static func pair(_ now: String?, _ before: String?) -> String {
    switch (now, before) {
    case (let now?, let before?): now == before ? now : "\(now), was \(before)"
    case (let now?, nil): now
    case (nil, let before?): "was \(before)"
    case (nil, nil): ""
    }
  }
}

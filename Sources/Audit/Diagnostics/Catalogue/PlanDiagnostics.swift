/// Plans that speak of something the audit does not know.
extension Diagnostic {
  package static func unknownDeficiency(_ reference: Correction.Reference, candidates: [String]) -> Diagnostic {
    Diagnostic(
      .warning, "correction/unknown-deficiency", at: reference.location,
      "there is no deficiency '\(reference.id)'; the plan is shown without one",
      hint: hint(
        Suggestion.didYouMean(reference.id, in: candidates),
        "a note's deficiency is gone when its note is; the others are listed by 'cxaudit build' in data/findings.json"))
  }

  package static func unknownPrerequisite(_ reference: Correction.Reference, candidates: [String]) -> Diagnostic {
    Diagnostic(
      .warning, "correction/unknown-prerequisite", at: reference.location,
      "there is no correction plan '\(reference.id)' to wait for",
      hint: hint(
        Suggestion.didYouMean(reference.id, in: candidates),
        "'after:' names other plans by the names of their files, without .md"))
  }

  private static func hint(_ suggestion: String?, _ explanation: String) -> String {
    suggestion.map { "\($0) (\(explanation))" } ?? explanation
  }
}

/// Plans that stand in each other's way.
extension Diagnostic {
  /// `circle` begins with the plan at fault.
  package static func circularPlans(_ circle: [String], at location: SourceLocation) -> Diagnostic {
    let chain = (circle.dropFirst() + circle.prefix(1)).map { "'\($0)'" }.joined(separator: ", which waits for ")
    return Diagnostic(
      .error, "correction/circular", at: location, "plans wait for each other: '\(circle[0])' waits for \(chain)",
      hint: "take one of them out of 'after'")
  }

  package static func planBeforePrerequisite(
    _ start: Day, _ first: String, due: Day, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, "correction/before-prerequisite", at: location,
      "the plan starts on \(start.iso), but '\(first)', which comes first, is due on \(due.iso)",
      hint: "start later, or take '\(first)' out of 'after'")
  }

  /// `name` is what was done, a step's text; nil for the plan as a whole.
  package static func planLaterThanReport(_ name: String?, _ day: Day, asOf: Day, at location: SourceLocation)
    -> Diagnostic
  {
    let what = name.map { "'\($0)' was done" } ?? "the plan is under way or done, and started"
    return Diagnostic(
      .warning, "correction/later-than-report", at: location,
      "\(what) on \(day.iso), after the day of the report, \(asOf.iso)",
      hint: "correct the day, or build with a later one (--as-of)")
  }

  package static func twoPlans(_ reference: Correction.Reference, other: String) -> Diagnostic {
    Diagnostic(
      .warning, "correction/two-plans", at: reference.location,
      "'\(reference.id)' has another plan under way, '\(other)'",
      hint: "put the steps into one plan, or say which comes first: 'after: \(other)'")
  }
}

/// Plans that no wave can judge.
extension Diagnostic {
  package static func planUnknownMeasure(_ measure: Correction.Reference, candidates: [String]) -> Diagnostic {
    Diagnostic(
      .warning, "correction/unknown-measure", at: measure.location,
      "no survey has the measure '\(measure.id)'; no wave will judge the plan",
      hint: hint(
        Suggestion.didYouMean(measure.id, in: candidates),
        "a deficiency's or an outcome's id, or KIND/SUBJECT/STATISTIC such as 'cell/branch/empathy/gap.mean'"))
  }

  /// `suggestion` is a measure that would do.
  package static func planWithoutMeasure(_ deficiency: Correction.Reference, suggestion: String) -> Diagnostic {
    Diagnostic(
      .note, "correction/no-measure", at: deficiency.location,
      "waves are not compared by what '\(deficiency.id)' rests on; no wave will judge the plan",
      hint: "name what should get better, such as 'measure: \(suggestion)'")
  }

  package static func planMeasureNotCompared(_ measure: Correction.Reference) -> Diagnostic {
    Diagnostic(
      .warning, "correction/measure-not-compared", at: measure.location,
      "'\(measure.id)' is no mean or share of answers, so waves are not compared by it",
      hint: "name a mean or a share, such as gap.mean, perception.mean, failed.share, top2.share or nps")
  }

  package static func planMeasureOfOneWave(_ measure: Correction.Reference) -> Diagnostic {
    Diagnostic(
      .warning, "correction/measure-of-one-wave", at: measure.location,
      "'\(measure.id)' names a wave; which waves are compared follows from 'start'", hint: "leave out what follows '@'")
  }

  package static func planMeasureNotByUnit(_ measure: Correction.Reference) -> Diagnostic {
    Diagnostic(
      .warning, "correction/measure-not-by-unit", at: measure.location,
      "'\(measure.id)' is not counted unit by unit, so the plan cannot be judged in some units",
      hint: "name a mean of perceptions, a mean gap or an outcome")
  }

  package static func planMeasuredElsewhere(
    _ measure: Correction.Reference, _ touchpoint: String?, at location: SourceLocation
  ) -> Diagnostic {
    let own = touchpoint.map { "is of the touchpoint '\($0)'" } ?? "is of no single touchpoint"
    return Diagnostic(
      .error, "correction/measured-elsewhere", at: location,
      "the plan is for other touchpoints than its measure: '\(measure.id)' \(own)",
      hint: "name a measure of a touchpoint that stands under 'where'")
  }

  package static func planTargetOutOfRange(
    _ target: Double, low: Double, high: Double, at location: SourceLocation?
  ) -> Diagnostic {
    let hint =
      low == 0 && high == 1 ? "write a share as 0.8 or 80%" : "a target is a level of the measure, not a change"
    let text = { (value: Double) in FigureText.fixed(value, decimals: value.rounded() == value ? 0 : 2) }
    return Diagnostic(
      .error, "correction/target-out-of-range", at: location,
      "the target \(text(target)) cannot be reached: the measure lies between \(text(low)) and \(text(high))",
      hint: hint)
  }

  package static func planTargetIsNoShare(at location: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, "correction/target-is-no-share", at: location,
      "the target is a share, and the measure is no share",
      hint: "write a level of the measure, in points, or name a share as the 'measure'")
  }

  package static func planTargetReached(_ level: String, wave: String, at location: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, "correction/target-reached", at: location,
      "the target was reached before the plan began: \(level) in \(wave)", hint: "aim higher, or choose another measure"
    )
  }

  package static func planWithoutTarget(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "correction/no-target", at: location,
      "a later wave is in, but the plan names no target, so it can never be closed",
      hint: "write the level that is to be reached as 'target:'")
  }

  package static func planWithoutStart(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "correction/no-start", at: location,
      "the plan is under way but names no start, so no wave can be said to be from before",
      hint: "write the first day on which customers could notice something as 'start:'")
  }

  package static func planOverlap(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "correction/overlap", at: location, "the groups of customers that the plan names overlap",
      hint: "name values of one segment, and no part of the customers in 'measure'")
  }

  package static func planNoOtherTouchpoint(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "correction/no-other-touchpoint", at: location,
      "no other touchpoint is measured in the same way, so there is nothing to compare with",
      hint: "the measure must be of a touchpoint, or of a dimension at one; or compare units or segments")
  }

  package static func planMeasureChanged(_ measure: Correction.Reference) -> Diagnostic {
    Diagnostic(
      .warning, "correction/measure-changed", at: measure.location,
      "'\(measure.id)' was asked otherwise before the start than after it; the waves are not compared",
      hint: "ask the same questions on the same scale in the next wave")
  }

  package static func planUnknownPlace(_ unknown: MeasuredCorrection.UnknownName) -> Diagnostic {
    Diagnostic(
      .warning, "correction/unknown-\(unknown.kind.rawValue)", at: unknown.reference.location,
      "no wave of the survey has the \(unknown.kind.rawValue) '\(unknown.reference.id)'",
      hint: Suggestion.didYouMean(unknown.reference.id, in: unknown.known)
        ?? (unknown.known.isEmpty
          ? nil : "known are " + unknown.known.prefix(8).map { "'\($0)'" }.joined(separator: ", ")))
  }
}

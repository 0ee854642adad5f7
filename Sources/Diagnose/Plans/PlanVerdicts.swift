import Audit

/// What waves say of plans, in words.
struct PlanVerdicts {
  let material: Material
  let aliases: [String: String]

  init(_ material: Material, aliases: [String: String]) {
    self.material = material
    self.aliases = aliases
  }

  /// In the order of the plans; plans that nothing can be said of yet, since they have not begun or no wave has come since,
  /// have none.
  var all: [PlanVerdict] {
    material.measured.corrections.compactMap { measured in
      guard let plan = material.project.corrections.first(where: { $0.slug == measured.slug }) else { return nil }
      let deficiencies = measured.deficiencies.map { aliases[$0] ?? $0 }
      switch measured.result {
      case .judged(let effect):
        let words = VerdictStatement(plan: plan, effect: effect)
        return PlanVerdict(
          correction: plan.slug, deficiencies: deficiencies, effect: effect, statement: words.text,
          next: NextStep(plan: plan, effect: effect).text,
          cautions: judgedBy(effect, measured, deficiencies) + words.cautions,
          measure: measured.measure.id)
      case .unverified(let reason):
        return UnverifiedWords.of(reason, plan).map { statement, next in
          PlanVerdict(
            correction: plan.slug, deficiencies: deficiencies, effect: nil, statement: statement, next: next,
            measure: measured.measure.id)
        }
      }
    }
  }
}

extension PlanVerdicts {
  /// What the figures are of, where that is not the one deficiency that the plan corrects.
  private func judgedBy(
    _ effect: CorrectionEffect, _ measured: MeasuredCorrection, _ deficiencies: [String]
  ) -> [String] {
    let measure = aliases[measured.measure.id] ?? measured.measure.id
    guard deficiencies != [measure] else { return [] }
    let waves = material.measured.surveys.first { $0.id == effect.survey }?.waves ?? []
    guard let later = waves.last(where: { $0.wave.label == effect.later }),
      let measured = name(of: effect, later.definition)
    else { return [] }
    return [say("judged by “\(measured)”")]
  }

  private func name(of effect: CorrectionEffect, _ definition: SurveyDefinition) -> String? {
    switch effect.kind {
    case .outcome: return definition.outcomes.first { $0.id == effect.subject }.map(OutcomeText.name)
    case .item: return definition.items.first { $0.id == effect.subject }?.text ?? effect.subject
    case _:
      let set = definition.sets.first { $0.kind == effect.kind && $0.subject == effect.subject }
      let cell = set.map { Cell(touchpoint: $0.touchpoint, dimension: $0.dimension) }
      return cell.map { Headline.name($0, material.configuration) ?? say("The service as a whole") }
    }
  }
}

/// Why a plan is unverified, and what would change that.
enum UnverifiedWords {
  static func of(_ reason: Unverified, _ plan: Correction) -> (statement: String, next: String)? {
    let measure = say("Name a measure that a survey asks for, under “measure”.")
    switch reason {
    case .notBegun: return nil
    case .noMeasure, .notCompared, .ofOneWave:
      return (say("No survey has a measure by which this plan could be judged."), measure)
    case .notByUnit:
      return (
        say("The measure is not counted branch by branch."),
        say("Choose a mean or an outcome as the measure, or leave out “where”.")
      )
    case .elsewhere: return (say("The measure is of another touchpoint than the plan."), measure)
    case .targetOutOfRange:
      return (say("The target is beyond the measure's scale."), say("Correct the target."))
    case .overlap:
      return (say("The groups that the plan names overlap."), say("Name groups that share no customer."))
    case .noOtherTouchpoint:
      return (
        say("There is no other touchpoint to compare it with."),
        say("Leave out “compare-with”, or compare units or groups.")
      )
    case .noStart:
      return (
        say("The plan names no day on which it started, so no wave can be said to be from before."),
        say("Add “start”.")
      )
    case .noWaveBefore:
      return (
        say("No wave ended before the start, so there is nothing to compare with."),
        plan.steps.allSatisfy(\.done)
          ? say("Measure now, so that what is done next can be judged.")
          : say("Measure now, and judge the steps that are still to come by this wave.")
      )
    case .noWaveAfter:
      return (say("No wave was asked wholly after the start."), say("The next wave will tell."))
    case .allCorrected(let places):
      return (
        say("All that it would be compared with have a correction of their own: \(CountWords.list(places))."),
        say("Compare with places that have none yet, or leave out “compare-with”.")
      )
    case .nothingDone(let wave):
      return (
        say("No step was done when customers were asked in \(wave)."),
        plan.steps.contains(where: \.done)
          ? say("The next wave will tell.") : say("Tick the steps that are done, with the days on which they were.")
      )
    case .changed:
      return (
        say("The questions changed between the waves."), say("Ask the same questions again in the next wave.")
      )
    case .noAnswers:
      return (
        say("Nobody was asked there in both waves."),
        say("See to it that the next wave asks where the correction is made.")
      )
    case .suppressed:
      return (say("Too few answered to show the result."), say("Ask more customers where the correction is made."))
    }
  }
}

import Audit

/// What a later wave says of a plan.
struct VerdictView: View {
  var word: String
  /// The correction did not help, or made it worse.
  var isFailed: Bool
  /// The deficiency that it is about, where a plan has several.
  var about: String?
  var statement: String
  var next: String
  var cautions: [String]

  static let fields: [Field<VerdictView>] = [
    .text("word", \.word), .flag("isFailed", \.isFailed), .text("about", \.about), .text("statement", \.statement),
    .text("next", \.next), .texts("cautions", \.cautions),
  ]

  init(_ verdict: PlanVerdict, about: String? = nil) {
    word = FindingWords.name(verdict.word, needed: verdict.needed)
    isFailed = verdict.word == .worse || verdict.word == .noEffect
    self.about = about
    statement = verdict.statement
    next = verdict.next
    cautions = verdict.cautions
  }

  /// Those of one plan, each with its deficiency where they are several.
  static func all(of plan: Correction, _ context: SiteContext) -> [VerdictView] {
    let verdicts = context.report.verdicts.filter { $0.correction == plan.slug }
    return verdicts.map { verdict in
      let titles = verdict.deficiencies.map { PlanMeta.name(of: $0, context) }
      return VerdictView(verdict, about: verdicts.count > 1 ? titles.joined(separator: ", ") : nil)
    }
  }
}

/// A stage of a plan and how far it is.
struct MilestoneView: View {
  var title: String
  var due: String
  var progress: String
  var isLate: Bool

  static let fields: [Field<MilestoneView>] = [
    .text("title", \.title), .text("due", \.due), .text("progress", \.progress), .flag("isLate", \.isLate),
  ]

  init(_ milestone: Correction.Milestone, of plan: Correction, on today: Day) {
    title = milestone.title
    due = DayText.long(milestone.due)
    let steps = plan.steps.filter { $0.milestone == milestone.title }
    let done = steps.count(where: \.done)
    progress = steps.isEmpty ? say("no steps") : StepWords.done(done, of: steps.count)
    isLate = milestone.due < today && done < steps.count && (plan.status == .planned || plan.status == .inProgress)
  }
}

/// What a plan says of itself, in words.
enum PlanMeta {
  /// `gap of −0.5 or better`, `NPS of +35 or better`, `80 % or more`.
  static func target(of plan: Correction, _ context: SiteContext) -> String {
    guard let target = plan.target else { return "" }
    let measured = context.measured.corrections.first { $0.slug == plan.slug }?.effect
    switch measured?.form {
    case .share:
      let share = FigureText.percent(target)
      return measured?.better == .low ? say("\(share) or less") : say("\(share) or more")
    case .netPromoter: return say("NPS of \(FigureText.signed(target, decimals: 0)) or better")
    case nil where plan.isTargetPercent: return say("\(FigureText.percent(target)) or better")
    case .points, nil:
      let measure = plan.measure?.id ?? plan.corrects.first?.id ?? ""
      let level = FigureText.fixed(target, decimals: 1)
      return measure.hasPrefix("gap.") && target <= 0 ? say("gap of \(level) or better") : say("\(level) or better")
    }
  }

  /// The title of a deficiency; `Statements · Reliability` of what a survey measures and is none now; else the id.
  static func name(of id: String, _ context: SiteContext) -> String {
    context.finding(id)?.title ?? measured(id, context) ?? id
  }

  private static func measured(_ id: String, _ context: SiteContext) -> String? {
    for wave in context.measured.surveys.flatMap(\.waves) {
      guard let own = OwnMeasure(of: id, wave.definition, slices: wave.slices.map(\.slice)) else { continue }
      if own.kind == .outcome { return context.outcomes.first { $0.outcome.id == own.subject }?.name ?? own.subject }
      let set = wave.definition.sets.first { $0.kind == own.kind && $0.subject == own.subject }
      let group = own.group?.parts.first.map { part in
        let segment = wave.definition.segments.first { $0.id == part.segment }
        return "\(segment?.name ?? part.segment) \(part.value)"
      }
      let names = [
        group, set?.touchpoint.map(context.name(ofTouchpoint:)), set?.dimension.map(context.name(ofDimension:)),
      ]
      return names.compactMap(\.self).joined(separator: " · ")
    }
    return nil
  }

  /// `units B004, B011, compared with the others`; empty for everywhere.
  static func place(of plan: Correction) -> String {
    let own = plan.scope.map(names) ?? ""
    guard let part = plan.comparison?.parts.first else { return own }
    let others =
      switch part.members {
      case .others:
        part.kind == .touchpoint ? say("compared with other touchpoints") : say("compared with the others")
      case .named: say("compared with \(names(part))")
      }
    return own.isEmpty ? others : "\(own), \(others)"
  }

  private static func names(_ scope: CorrectionScope) -> String {
    scope.parts.map(names).joined(separator: "; ")
  }

  private static func names(_ part: CorrectionScope.Part) -> String {
    let names = part.names.map(\.id).joined(separator: ", ")
    let isOne = part.names.count == 1
    switch part.kind {
    case .unit: return isOne ? say("unit \(names)") : say("units \(names)")
    case .touchpoint: return isOne ? say("touchpoint \(names)") : say("touchpoints \(names)")
    case .segment: return isOne ? say("segment \(names)") : say("segments \(names)")
    }
  }

  /// Plans that come first and are not done: `waits for “…”`.
  static func waits(_ plan: Correction, _ context: SiteContext) -> String {
    let first = plan.after.compactMap { context.correction($0.id) }
    return first.map { $0.status == .done ? say("\($0.title) (done)") : $0.title }.joined(separator: ", ")
  }
}

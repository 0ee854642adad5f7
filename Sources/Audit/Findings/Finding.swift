/// One thing the audit has to say: a deficiency, a watch point or a strength.
package struct Finding: Hashable, Sendable {
  /// The rule that made it, in the order in which rules run.
  package enum Kind: String, Sendable, CaseIterable {
    case gap, zone, parity, consistency
    case weakestLink = "weakest-link"
    case knowledge, belief, employees
    case `internal`
    case information, loyalty
    case risingBar = "rising-bar"
    case regression, fixed, strength, observed, standard
    case blindSpot = "blind-spot"
    case dataQuality = "data-quality"
    case instrument
    case noPlan = "no-plan"
    case overdue
  }

  /// What a finding speaks of.
  package enum Concern: Sendable {
    /// What customers get, or who serves them.
    case service
    /// How much the audit itself can know.
    case audit
    /// How the service is being mended.
    case plans
  }

  package enum Status: String, Sendable, CaseIterable {
    case open, planned
    case inProgress = "in-progress"
    case overdue, done, accepted, closed, reopened
  }

  /// Whether survey and auditors agree on it.
  package enum Support: String, Sendable, CaseIterable {
    case confirmed
    case surveyOnly = "survey only"
    case seenOnly = "seen only"
  }

  /// The third strand beside survey and auditors: comments on the same touchpoint and dimension. It changes neither class nor
  /// support.
  package struct Words: Hashable, Sendable {
    package enum Says: String, Sendable, CaseIterable {
      /// Comments speak of it, and more of them complain than praise.
      case complaints
      /// Comments speak of it, and more of them praise than complain.
      case praise
      /// Comments speak of it: as many complain as praise, or none does either, or that is withheld.
      case named
      /// Too few comments to say how many.
      case few
      /// None of them speaks of it.
      case silent
    }

    package var says: Says
    /// Names of themes, the most frequent first.
    package var themes: [String]
    package var figures: ThemeFigures
    /// More often than at other touchpoints, by more than chance explains.
    package var isMoreOften: Bool
    /// Survey and wave of the comments.
    package var survey: String
    package var wave: String

    package init(
      says: Says, themes: [String], figures: ThemeFigures, isMoreOften: Bool, survey: String, wave: String
    ) {
      (self.says, self.themes, self.figures) = (says, themes, figures)
      (self.isMoreOften, self.survey, self.wave) = (isMoreOften, survey, wave)
    }
  }

  /// Share of customers it reaches, with its interval.
  package struct Reach: Hashable, Sendable {
    package var share: Double
    package var n: Int
    package var low: Double
    package var high: Double

    package init(share: Double, n: Int, low: Double, high: Double) {
      self.share = share
      self.n = n
      self.low = low
      self.high = high
    }
  }

  /// What the place of a finding within its class rests on, so that it can be found under other weights.
  package struct Size: Hashable, Sendable {
    /// Answers, visits or checks that Z takes.
    package var n: Double
    /// Standard error of its mean shortfall over that shortfall; nil where there is none.
    package var error: Double?
    /// Importance derived from what goes with satisfaction over the importance that was taken; nil where it is not known.
    package var derived: Double?

    package init(n: Double, error: Double? = nil, derived: Double? = nil) {
      self.n = n
      self.error = error
      self.derived = derived
    }
  }

  /// The plan it is joined with.
  package struct Plan: Hashable, Sendable {
    package var correction: String
    package var owner: String?
    package var due: Day?
    package var status: Correction.Status
    package var stepsDone: Int
    package var steps: Int

    package init(
      correction: String, owner: String?, due: Day?, status: Correction.Status, stepsDone: Int, steps: Int
    ) {
      self.correction = correction
      self.owner = owner
      self.due = due
      self.status = status
      self.stepsDone = stepsDone
      self.steps = steps
    }

    /// Share of steps done, 0…1; nil without steps.
    package var progress: Double? { steps == 0 ? nil : Double(stepsDone) / Double(steps) }
  }

  package var id: String
  package var kind: Kind
  package var title: String
  package var findingClass: FindingClass
  /// S, per 100 customers who pass the touchpoint; from the auditor's word where only notes tell of it, nil for plans.
  package var severity: Double?
  /// B = x·S, per 100 customers.
  package var burden: Double?
  /// π, value for effort.
  package var priority: Double?
  /// Z·B, which orders findings of one class; not published.
  package var order: Double
  /// What Z·B rests on; nil where it is 0.
  package var size: Size?
  /// Part of those who pass the touchpoint whom it can hit, 0…1: below 1 for a group of customers.
  package var part: Double
  /// What it costs, as far as that is declared.
  package var impact: Impact?
  /// Why there is no impact, or what it leaves out and takes for granted, in sentences.
  package var impactNotes: [String]
  /// What correcting it is worth; nil for what steps cannot correct.
  package var worth: Worth?
  /// Grave, open and mended in ten working days.
  package var isQuickWin: Bool
  /// Its place among the deficiencies of the register; nil for all else.
  package var rank: Rank?
  package var touchpoint: String?
  package var dimension: String?
  package var segment: Slice.Part?
  package var cause: Cause?
  /// One or two plain sentences with their numbers.
  package var statement: String
  package var evidence: [Evidence]
  /// The conditions that it met, where its rule looks at more than the figures of one subject.
  package var conditions: [GateStep]
  package var support: Support?
  /// What customers' comments say of its cell; nil where no comment could.
  package var words: Words?
  package var reach: Reach?
  package var steps: [Step]
  package var plan: Plan?
  /// Slugs of all plans that correct it; `plan` speaks of the first.
  package var plans: [String]
  /// What a later wave says of its plan.
  package var verdict: PlanVerdict?
  /// The remedy that suggested the steps, where they are the playbook's.
  package var remedy: String?
  package var status: Status
  package var firstSeen: String?
  package var lastSeen: String?
  /// How it stands against earlier builds; nil where none is kept.
  package var history: History?
  /// "raised because …", "few answers", "ceiling expectations", "small base": shown beside the class.
  package var remarks: [String]
  /// The measurement behind it, where a survey stands behind it.
  package var measurement: MeasurementKey?
  /// What the rules made of it, where the consultant has a word on it.
  package var computed: Computed?
  /// The figure of `measurement` that it rests on; nil for the share of seriously failed customers.
  package var statistic: Statistic?
  /// What charts can show of it, where `measurement` is a comparison.
  package var pictured: MeasurementKey?

  package init(id: String, kind: Kind, title: String, findingClass: FindingClass, statement: String) {
    self.id = id
    self.kind = kind
    self.title = title
    self.findingClass = findingClass
    self.statement = statement
    order = 0
    part = 1
    impactNotes = []
    isQuickWin = false
    conditions = []
    evidence = []
    steps = []
    plans = []
    status = .open
    remarks = []
  }
}

/// What a finding rests on.
package struct Evidence: Hashable, Sendable {
  package enum Kind: String, Sendable { case survey, note, scorecard, verbatim }

  package var kind: Kind
  /// File, relative to the project.
  package var source: String
  package var line: Int?
  /// Address of the figure, `KIND/SUBJECT/STATISTIC`.
  package var figure: String?
  package var value: Double?
  package var n: Int?
  package var text: String?

  package init(
    kind: Kind, source: String, line: Int? = nil, figure: String? = nil, value: Double? = nil, n: Int? = nil,
    text: String? = nil
  ) {
    self.kind = kind
    self.source = source
    self.line = line
    self.figure = figure
    self.value = value
    self.n = n
    self.text = text
  }
}

extension Finding {
  /// Its class is the one that its share of seriously failed customers makes: neither raised nor lowered, nor left open.
  package func isGradedByShare(_ thresholds: Thresholds) -> Bool {
    reach.map { FindingClass(seriouslyFailed: $0.share, thresholds) == findingClass } ?? false
  }
}

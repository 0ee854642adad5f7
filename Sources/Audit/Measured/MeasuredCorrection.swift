/// What surveys say of one measure of a correction plan.
package struct MeasuredCorrection: Hashable, Sendable {
  /// Of the plan.
  package var slug: String
  /// As the plan writes it, or the id of the deficiency whose own measure it is.
  package var measure: Correction.Reference
  /// Ids of the deficiencies that it speaks of, as the plan writes them.
  package var deficiencies: [String]
  package var result: Result
  /// Names under `where` and `compare-with` that the survey has not.
  package var unknown: [UnknownName]

  package enum Result: Hashable, Sendable {
    case judged(CorrectionEffect)
    case unverified(Unverified)
  }

  package struct UnknownName: Hashable, Sendable {
    package var reference: Correction.Reference
    package var kind: CorrectionScope.Kind
    package var known: [String]

    package init(reference: Correction.Reference, kind: CorrectionScope.Kind, known: [String]) {
      self.reference = reference
      self.kind = kind
      self.known = known
    }
  }

  package init(
    slug: String, measure: Correction.Reference, deficiencies: [String], result: Result, unknown: [UnknownName] = []
  ) {
    self.slug = slug
    self.measure = measure
    self.deficiencies = deficiencies
    self.result = result
    self.unknown = unknown
  }

  package var effect: CorrectionEffect? {
    switch result {
    case .judged(let effect): effect
    case .unverified: nil
    }
  }
}

/// Why nothing can be said of a correction.
package enum Unverified: Hashable, Sendable {
  /// No survey has such a figure; with those that it has.
  case noMeasure(known: [String])
  /// The figure is there, but waves are not held against each other by it.
  case notCompared
  /// A figure of one wave: the waves follow from the day on which the plan starts.
  case ofOneWave
  /// By unit there are perceptions, gaps and outcomes alone.
  case notByUnit
  /// The measure is of another touchpoint than `where` names.
  case elsewhere(touchpoint: String?)
  /// The target cannot be reached: the measure lies between these two.
  case targetOutOfRange(low: Double, high: Double)
  /// Segments under `where` overlap, or those of `compare-with` do.
  case overlap
  /// The measure is of no touchpoint, or the survey has no other to compare it with.
  case noOtherTouchpoint
  /// No step is done.
  case notBegun
  case noStart
  /// No wave ended before the start.
  case noWaveBefore
  /// No wave began after it.
  case noWaveAfter
  case changed(WaveObstacle)
  /// All with which it could be compared have a correction of their own for the same.
  case allCorrected([String])
  /// No step was done when the wave after the start was asked, by its label.
  case nothingDone(wave: String)
  /// Nobody answered where it was made, or where it is compared, before or after.
  case noAnswers
  /// Fewer answers than may be shown.
  case suppressed
}

/// How a comparison goes with the weights of a survey.
package enum FigureWeighting: Hashable, Sendable {
  /// The survey has none.
  case none
  /// They are in it.
  case judged
  /// The survey has some, this comparison leaves them out.
  case left

  /// The statistic that a level is: that under weights where they are in it.
  func judged(_ statistic: Statistic) -> Statistic {
    self == .judged ? statistic.weighted ?? statistic : statistic
  }
}

/// What a later wave says about a correction (methodology 5.6).
package enum VerdictWord: String, Sendable, CaseIterable {
  case closed
  case works = "works, not closed"
  case noEffect = "no effect"
  case worse
  case cannotTell = "cannot tell yet"

  /// The correction did not do what it was made for.
  package var isFailure: Bool { self == .noEffect || self == .worse }
}

/// A measure before and after a correction, with its test and its verdict.
package struct CorrectionEffect: Hashable, Sendable {
  /// In what the measure is counted.
  package enum Form: Hashable, Sendable {
    /// Points of a scale.
    case points(Scale)
    /// A share of 0…1.
    case share
    /// −100…100.
    case netPromoter
  }

  /// How the change was tested.
  package enum Design: Hashable, Sendable {
    /// All who were asked before against all who were asked after.
    case beforeAfter
    /// The units' changes against no change.
    case units
    /// The units' changes against those of other units.
    case unitsCompared
    /// Four samples of different customers.
    case segments
    /// Other touchpoints, which the same customers rate: taken as different customers, at the cost of precision.
    case touchpoints
  }

  /// A level of the measure; the interval is nil below two answers.
  package struct Level: Hashable, Sendable {
    package var value: Double
    package var low: Double?
    package var high: Double?
    package var n: Int

    package init(value: Double, low: Double?, high: Double?, n: Int) {
      self.value = value
      self.low = low
      self.high = high
      self.n = n
    }
  }

  /// Before and after in one place.
  package struct Pair: Hashable, Sendable {
    package var before: Level
    package var after: Level

    package init(before: Level, after: Level) {
      self.before = before
      self.after = after
    }

    package var change: Double { after.value - before.value }
  }

  /// The change, net of the comparison or of the rebound; without an interval where there is too little to test.
  package struct Change: Hashable, Sendable {
    package var value: Double
    package var low: Double?
    package var high: Double?
    package var p: Double?
    /// The smallest change that would be found.
    package var detectable: Double?

    package init(value: Double, low: Double?, high: Double?, p: Double?, detectable: Double?) {
      self.value = value
      self.low = low
      self.high = high
      self.p = p
      self.detectable = detectable
    }
  }

  /// What a measure that was picked for being low comes back by itself.
  package enum Rebound: Hashable, Sendable {
    /// Net of the comparison, or of a measure that was not picked among others.
    case none
    /// Already taken off the change; 0 or towards the better.
    case takenOff(Double)
    /// Too few to compute it: only the caution can be said.
    case unknown
  }

  /// What it takes to tell.
  package enum Needed: Hashable, Sendable {
    /// So many more in the next wave than in this.
    case answers(Int)
    /// So many more, since fewer are too few to judge by, however clear they are.
    case base(Int)
    /// So many more units.
    case units(Int)
    /// There are enough to find the whole way to the target.
    case enough
    /// The wave before the start was too small, whatever is asked now.
    case outOfReach
  }

  /// What a comparison leaves out.
  package struct LeftOut: Hashable, Sendable {
    /// Where it was corrected: nobody answered in one of the waves; or too few to be shown.
    package var absent: [String]
    package var few: [String]
    /// How many of those compared.
    package var othersAbsent: Int
    package var othersFew: Int
    /// Of those that would be compared: units, segments or touchpoints with a correction of their own for the same.
    package var othersCorrected: [String] = []

    package init(absent: [String] = [], few: [String] = [], othersAbsent: Int = 0, othersFew: Int = 0) {
      (self.absent, self.few, self.othersAbsent, self.othersFew) = (absent, few, othersAbsent, othersFew)
    }
  }

  /// Corrected places less the others in a wave before the start.
  package struct TrendPoint: Hashable, Sendable {
    package var wave: String
    package var difference: Double
    package var low: Double?
    package var high: Double?

    package init(wave: String, difference: Double, low: Double?, high: Double?) {
      self.wave = wave
      self.difference = difference
      self.low = low
      self.high = high
    }
  }

  /// A gap that moved because customers expect something else than before (methodology 1.6 and 5.1).
  package enum Bar: Hashable, Sendable {
    /// Wider, though they get no less: they expect more.
    case risen
    /// Narrower, though they are not shown to get more: they expect less, by so many points.
    case fallen(Double)
  }

  package var survey: String
  package var respondents: Respondents
  /// Of the wave before the start and of the latest one after it.
  package var earlier: String
  package var later: String
  /// The first day of the later wave; steps done after it are not behind the change.
  package var asked: Day?
  package var kind: SubjectKind
  package var subject: String
  package var statistic: Statistic
  package var form: Form
  package var better: Outcome.Direction
  package var design: Design
  package var treated: Pair
  package var control: Pair?
  /// Units with answers in both waves; nil where units are not what is compared.
  package var treatedUnits: Int?
  package var controlUnits: Int?
  package var leftOut: LeftOut
  package var change: Change
  package var rebound: Rebound
  /// Nil where the change comes of what customers get, or where that is not known.
  package var bar: Bar?
  package var target: Double?
  package var word: VerdictWord
  /// Where it cannot be told, and there is a target.
  package var needed: Needed?
  /// Waves before the start, oldest first, where there is a comparison.
  package var trend: [TrendPoint]
  /// Three waves or more show it; fewer leave the trend unverified.
  package var isTrendShown: Bool
  /// The same customers rate what is corrected and what it is compared with.
  package var haveSameCustomers: Bool
  /// Weights are in it where both waves have some, but not where units are compared.
  package var weighting: FigureWeighting
  /// Titles of other plans for the same that began between the waves.
  package var alongside: [String]
  /// Segments by whose values the places of the correction are told from others.
  package var segments: [String]

  package init(
    survey: String, respondents: Respondents, earlier: String, later: String, kind: SubjectKind, subject: String,
    statistic: Statistic, form: Form, better: Outcome.Direction, design: Design, treated: Pair, change: Change,
    word: VerdictWord
  ) {
    self.survey = survey
    self.respondents = respondents
    self.earlier = earlier
    self.later = later
    self.kind = kind
    self.subject = subject
    self.statistic = statistic
    self.form = form
    self.better = better
    self.design = design
    self.treated = treated
    self.change = change
    self.word = word
    leftOut = LeftOut()
    rebound = .none
    trend = []
    isTrendShown = false
    haveSameCustomers = design == .touchpoints
    weighting = .none
    segments = []
    alongside = []
  }

  /// The statistic of its levels: that under weights where they are in it.
  package var judged: Statistic { weighting.judged(statistic) }

  /// All levels, whose answers must be enough to be shown.
  package var levels: [Level] { [treated, control].compactMap(\.self).flatMap { [$0.before, $0.after] } }
}

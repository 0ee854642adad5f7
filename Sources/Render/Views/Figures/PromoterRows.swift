import Audit

/// Detractors, passives and promoters, wave by wave or group by group, of one question for recommendation.
struct PromoterRows {
  let outcome: OutcomeReading

  /// Nil where the outcome is not an NPS.
  init?(_ outcome: OutcomeReading) {
    guard outcome.outcome.kind == .nps else { return nil }
    self.outcome = outcome
  }

  /// One row a wave that asked for it, oldest first; nil with a single one.
  func waves(_ context: SiteContext, id: String) -> ChartView? {
    guard let survey = context.measured.surveys.first(where: { $0.id == outcome.survey }) else { return nil }
    let rows = survey.waves.compactMap { wave -> PromoterBars.Row? in
      guard let own = wave.definition.outcomes.first(where: { $0.id == outcome.outcome.id && $0.kind == .nps }),
        let all = wave.all, let reading = OutcomeReading(own, survey: survey.id, wave: wave, slice: all)
      else { return nil }
      return Self.row(wave.wave.label, reading, all)
    }
    guard rows.count > 1 else { return nil }
    return PromoterBars.chart(id: id, name: outcome.name, bars: PromoterBars(rows: rows)).map { ChartView($0) }
  }

  /// One row a value of the segment, under one of all customers; nil with a single value.
  func groups(of segment: String, id: String) -> ChartView? {
    let wave = outcome.wave
    let rows = wave.slices.compactMap { slice -> PromoterBars.Row? in
      guard slice.slice.parts.count == 1, let part = slice.slice.parts.first, part.segment == segment else {
        return nil
      }
      return OutcomeReading(outcome.outcome, survey: outcome.survey, wave: wave, slice: slice).map {
        Self.row(part.value, $0, slice)
      }
    }
    guard rows.count > 1, let all = wave.all else { return nil }
    let everyone = Self.row(LetterCase.capitalised(say("all customers")), outcome, all)
    return PromoterBars.chart(id: id, name: say("NPS"), bars: PromoterBars(everyone: everyone, rows: rows))
      .map { ChartView($0) }
  }

  /// Nil without weights.
  private static func shares(_ measurement: Measurement) -> [RecommendationBand: Double]? {
    guard measurement.isJudgedByWeights(.nps), let n = measurement.judgedFigure(.promoters)?.n, n > 0 else {
      return nil
    }
    let counts = [
      (RecommendationBand.detractors, Statistic.detractors), (.passives, .passives), (.promoters, .promoters),
    ]
    return Dictionary(
      uniqueKeysWithValues: counts.compactMap { band, statistic in
        measurement.judged(statistic).map { (band, $0 / Double(n)) }
      })
  }

  private static func row(_ name: String, _ reading: OutcomeReading, _ slice: MeasuredSlice) -> PromoterBars.Row {
    PromoterBars.Row(
      name: name, counts: slice.distribution(.outcome, reading.outcome.id)?.counts ?? [],
      shares: shares(reading.measurement), answers: reading.n,
      score: reading.value,
      low: reading.low, high: reading.high,
      missing: ReasonWords.text(reading.measurement.isSuppressed ? .suppressed : .noData))
  }
}

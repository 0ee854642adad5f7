import Audit

/// Measures one wave of a survey, slice by slice; q values come later, from all surveys of the wave.
struct WaveFigures {
  let survey: String
  let wave: SurveyWave
  let weights: WaveWeights?
  let rules: MeasureRules

  var measured: MeasuredWave {
    let segments = SegmentComparison(survey: survey, wave: wave, weights: weights, rules: rules).measurements
    let whole =
      segments.all + UnitFigures(survey: survey, wave: wave, rules: rules).measurements
      + reliability.others { key(.dimension, $0, .all) }
      + DriverFigures(tally: wave.tally, definition: wave.definition, confidence: rules.confidence) {
        key(.driver, $0, .all)
      }
      .measurements
    return MeasuredWave(
      wave: wave.wave, definition: wave.definition, files: wave.files, fieldwork: wave.fieldwork,
      rows: wave.tally.rows, unusable: wave.tally.unusable, units: wave.tally.units.count,
      slices: wave.tally.slices.map { tally in
        slice(tally, comparisons: (tally.slice == .all ? whole : []) + (segments.bySlice[tally.slice] ?? []))
      }, familySize: 0, columns: wave.tally.columns, quality: wave.tally.quality)
  }

  private func slice(_ tally: SliceTally, comparisons: [Measurement]) -> MeasuredSlice {
    let columns = tally.slice == .all ? wave.tally.columns.map(column) : []
    let importance = StatedImportance(tally, wave.definition)
    let weighted = weights?.rows(of: tally.slice)
    var subjects = items(tally, weighted, importance) + sets(tally, weighted, importance)
    if tally.slice == .all {
      reliability.add(to: &subjects)
      QuadrantFigures(tally: tally, groups: wave.tally.groups, definition: wave.definition).add(to: &subjects)
      ShortfallErrors(tally: tally, groups: wave.tally.groups, definition: wave.definition).add(to: &subjects)
    }
    return MeasuredSlice(
      slice: tally.slice, rows: tally.rows, weight: weighted?.weight,
      measurements: columns + subjects + outcomes(tally, weighted)
        + (tally.slice == .all ? ofWeights : []) + comparisons,
      distributions: distributions(tally))
  }

  private var reliability: ReliabilityFigures {
    ReliabilityFigures(tally: wave.tally, definition: wave.definition, confidence: rules.confidence)
  }

  private func key(_ kind: SubjectKind, _ subject: String, _ slice: Slice) -> MeasurementKey {
    MeasurementKey(survey: survey, wave: wave.wave.label, slice: slice, kind: kind, subject: subject)
  }

  private func column(_ tally: ColumnTally) -> Measurement {
    var measurement = Measurement(key: key(.column, tally.header, .all), n: tally.rows)
    let counts: [(Statistic, Int)] = [
      (.rows, tally.rows), (.valid, tally.valid), (.missing, tally.missing), (.notApplicable, tally.notApplicable),
      (.invalid, tally.invalid),
    ]
    for (statistic, count) in counts { measurement.set(statistic, Figure(Double(count), n: tally.rows)) }
    return measurement
  }

  private func items(
    _ tally: SliceTally, _ weighted: SliceWeights?, _ importance: StatedImportance
  ) -> [Measurement] {
    zip(wave.definition.items, tally.items).enumerated().map { index, pair in
      let (item, counts) = pair
      var measurement = SubjectFigures.measurement(
        key(.item, item.id, tally.slice), RowSample(item, counts), importance: importance.weight(of: [index]),
        exposure: exposure(of: item.touchpoint), rules: rules)
      if let weighted {
        let sample = WeightedSample(weighted, item: index, of: wave.definition)
        WeightedSubject(sample: sample, rules: rules, exposure: exposure(of: item.touchpoint)).add(to: &measurement)
      }
      return measurement
    }
  }

  private func sets(
    _ tally: SliceTally, _ weighted: SliceWeights?, _ importance: StatedImportance
  ) -> [Measurement] {
    zip(wave.definition.sets, tally.sets).enumerated().map { index, pair in
      let (set, counts) = pair
      let key = key(set.kind, set.subject, tally.slice)
      guard let sample = RowSample(set, counts, wave.definition) else {
        return SubjectFigures.mixedScales(key, set.items.map { wave.definition.items[$0] })
      }
      var measurement = SubjectFigures.measurement(
        key, sample, importance: importance.weight(of: set.items), exposure: exposure(of: set.touchpoint),
        rules: rules)
      if let weighted, let sample = WeightedSample(weighted, set: index, of: wave.definition) {
        WeightedSubject(sample: sample, rules: rules, exposure: exposure(of: set.touchpoint)).add(to: &measurement)
      }
      return measurement
    }
  }

  private func outcomes(_ tally: SliceTally, _ weighted: SliceWeights?) -> [Measurement] {
    zip(wave.definition.outcomes, tally.outcomes).enumerated().map { index, pair in
      let (outcome, levels) = pair
      var measurement = OutcomeFigures.measurement(
        key(.outcome, outcome.id, tally.slice), outcome, levels: levels, rules: rules)
      if let weighted {
        WeightedOutcome(weighted, outcome: outcome, at: index, rules: rules).add(to: &measurement)
      }
      return measurement
    }
  }

  private var ofWeights: [Measurement] {
    weights.map { [$0.measurement(key(.weights, "all", .all))] } ?? []
  }

  private func distributions(_ tally: SliceTally) -> [Distribution] {
    let items = zip(wave.definition.items, tally.items).map { item, counts in
      Distribution(kind: .item, subject: item.id, minimum: item.scale.minimum, counts: counts.perception)
    }
    let outcomes = zip(wave.definition.outcomes, tally.outcomes).map { outcome, levels in
      Distribution(kind: .outcome, subject: outcome.id, minimum: outcome.scale.minimum, counts: levels)
    }
    return items + outcomes
  }

  private func exposure(of touchpoint: String?) -> Double {
    touchpoint.flatMap { rules.volumes[$0] } ?? 1
  }
}

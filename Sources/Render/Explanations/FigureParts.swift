import Audit

/// Figures of other subjects that a figure is made of: the two sides of a difference, the items of a set.
struct FigureParts {
  let measured: MeasuredAudit
  let key: MeasurementKey
  let statistic: Statistic

  var all: [(Measurement, Statistic)] {
    switch key.kind {
    case .cell, .dimension, .touchpoint, .overall: items
    case .segment: values + [everyone].compactMap(\.self)
    case .parity: [side(key.slice), everyone].compactMap(\.self)
    case .change: waves
    case .unit: [everyone].compactMap(\.self)
    case .driver: driven
    case .knowledge, .belief: sides
    case .column, .item, .outcome, .weights, .scorecard, .standard, .agreement: []
    }
  }

  private func wave(_ survey: String, _ label: String) -> MeasuredWave? {
    measured.surveys.first { $0.id == survey }?.waves.last { $0.wave.label == label }
  }

  /// The same statistic of each item of a set.
  private var items: [(Measurement, Statistic)] {
    guard let definition = wave(key.survey, key.wave)?.definition else { return [] }
    let indices = SubjectItems(key, in: definition).items
    return indices.compactMap { index in
      found(key.survey, key.wave, key.slice, .item, definition.items[index].id, statistic)
    }
  }

  /// `SEGMENT/MEASURE`, or a measure and a unit behind it.
  private var measure: String? {
    switch key.kind {
    case .segment, .parity: key.subject.split(separator: "/", maxSplits: 1).last.map(String.init)
    case .unit, .change, .column, .item, .cell, .dimension, .touchpoint, .overall, .outcome, .weights, .scorecard,
      .standard, .driver, .knowledge, .belief, .agreement:
      key.subject
    }
  }

  private func side(_ slice: Slice) -> (Measurement, Statistic)? { measure.flatMap { value(of: $0, key.wave, slice) } }

  private var everyone: (Measurement, Statistic)? { side(.all) }

  /// Each value of the segment.
  private var values: [(Measurement, Statistic)] {
    guard let segment = key.subject.split(separator: "/").first else { return [] }
    let slices = wave(key.survey, key.wave)?.slices.map(\.slice) ?? []
    return slices.filter { $0.parts.count == 1 && $0.parts[0].segment == segment }.compactMap { side($0) }
  }

  /// The earlier and the later wave; a label may hold the sign that stands between them.
  private var waves: [(Measurement, Statistic)] {
    let labels = measured.surveys.first { $0.id == key.survey }?.waves.map(\.wave.label) ?? []
    for (earlier, later) in zip(labels, labels.dropFirst()) where "\(earlier)>\(later)" == key.wave {
      return [earlier, later].compactMap { value(of: key.subject, $0, key.slice) }
    }
    return []
  }

  private var driven: [(Measurement, Statistic)] {
    key.subject.split(separator: "~", maxSplits: 1).compactMap { value(of: String($0), key.wave, key.slice) }
  }

  /// What both surveys say of the item or dimension in their latest waves.
  private var sides: [(Measurement, Statistic)] {
    key.survey.split(separator: "~", maxSplits: 1).flatMap { survey -> [(Measurement, Statistic)] in
      let label = measured.surveys.first { $0.id == survey }?.latest?.wave.label ?? ""
      return [SubjectKind.item, .dimension].flatMap { kind in
        [Statistic.expectationMean, .perceptionMean].compactMap {
          found(String(survey), label, key.slice, kind, key.subject, $0)
        }
      }
    }
  }

  /// What a measure came to.
  private func value(of measure: String, _ label: String, _ slice: Slice) -> (Measurement, Statistic)? {
    guard let definition = wave(key.survey, label)?.definition,
      let subject = SubjectItems.subject(ofMeasure: measure, in: definition)
    else { return nil }
    let statistic: Statistic
    if let outcome = definition.outcomes.first(where: { subject.kind == .outcome && $0.id == subject.id }) {
      statistic = Self.value(of: outcome)
    } else {
      statistic = MeasureID(measure).isGap ? .gapMean : .perceptionMean
    }
    let own = self.statistic.isWeighted ? statistic.weighted ?? statistic : statistic
    return found(key.survey, label, slice, subject.kind, subject.id, own)
  }

  private static func value(of outcome: Outcome) -> Statistic {
    switch outcome.kind {
    case .nps: .nps
    case .csat, .ces: .mean
    case .yes: .share
    }
  }

  private func found(
    _ survey: String, _ label: String, _ slice: Slice, _ kind: SubjectKind, _ subject: String, _ statistic: Statistic
  ) -> (Measurement, Statistic)? {
    measured[MeasurementKey(survey: survey, wave: label, slice: slice, kind: kind, subject: subject)].map {
      ($0, statistic)
    }
  }
}

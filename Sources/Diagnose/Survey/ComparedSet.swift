import Audit

/// What segments, units and waves are compared on: a cell, or all items together.
struct ComparedSet {
  var set: ItemSet
  var scale: Scale

  /// As Measure names the measure.
  var measure: String { self.set.measure }

  var isOverall: Bool { self.set.kind == .overall }

  var cell: Cell { Cell(touchpoint: set.touchpoint, dimension: set.dimension) }

  /// The behind part of an id; nil for all items together.
  var idPart: String? { isOverall ? nil : cell.id }

  /// `Branch: responsiveness`; `The service as a whole`.
  func name(_ configuration: Configuration) -> String {
    Headline.name(cell, configuration) ?? say("The service as a whole")
  }
}

extension SurveyDefinition {
  /// All items together first, then what findings can be about; without sets on several scales, which have no mean.
  var comparedSets: [ComparedSet] {
    (sets.filter { $0.kind == .overall } + findingSets).compactMap { set in
      let items = set.items.map { self.items[$0] }
      guard let scale = items.first?.scale, items.allSatisfy({ $0.scale == scale }) else { return nil }
      return ComparedSet(set: set, scale: scale)
    }
  }
}

extension MeasurementKey {
  /// `SURVEY::KIND/SUBJECT/STATISTIC[SLICE]`, the survey only where there are several.
  func address(_ statistic: Statistic, in measured: MeasuredAudit) -> String {
    let isOne = measured.surveys.count <= 1
    let wave = kind == .change || survey.contains("~") ? self.wave : ""
    let key = MeasurementKey(
      survey: isOne && !survey.contains("~") ? "" : survey, wave: wave, slice: slice, kind: kind, subject: subject)
    return FigureAddress(key, statistic).text
  }
}

extension Measurement {
  /// One of its figures as evidence, under weights where the wave is weighted.
  func evidence(_ statistic: Statistic, source: String, text: String? = nil, in measured: MeasuredAudit) -> Evidence {
    Evidence(
      kind: .survey, source: source, figure: key.address(deciding(statistic), in: measured), value: judged(statistic),
      n: judgedFigure(statistic)?.n, text: text)
  }
}

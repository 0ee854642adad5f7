import Audit

extension SurveyPlan {
  /// What feeds what, for whoever asks where a figure comes from.
  var surveyColumns: SurveyColumns {
    SurveyColumns(
      items: items.map { item in
        SurveyColumns.Item(
          perception: item.perception, expectation: item.expectation, minimum: item.minimum, desired: item.desired,
          importance: item.importance)
      },
      outcomes: outcomes, segments: segments, points: points, unit: unit, touchpoint: rows.touchpoint, wave: rows.wave,
      weight: rows.weight, respondent: rows.respondent,
      codes: columns.map(\.decoding.codes))
  }
}

extension ColumnPlan.Decoding {
  fileprivate var codes: SurveyColumns.Codes {
    switch self {
    case .rating(let rating): SurveyColumns.Codes(missing: rating.missing, notApplicable: rating.notApplicable)
    case .category(let category): SurveyColumns.Codes(missing: category.missing)
    case .bands(let bands): SurveyColumns.Codes(missing: bands.missing)
    case .period, .weight, .identifier, .text: SurveyColumns.Codes()
    }
  }
}

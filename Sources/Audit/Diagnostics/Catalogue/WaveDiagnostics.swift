/// What is odd about the waves of a survey, and about the rows of a wave.
extension Diagnostic {
  /// `column` says that a column gives the label.
  package static func surveyWaveUndated(
    _ label: String, file: String, fromColumn column: Bool = false, at place: Place
  ) -> Diagnostic {
    let what =
      label.isEmpty
      ? "\(file) belongs to a survey with several waves and names none" : "the wave '\(label)' has no dates"
    let labels = "2026, 2026-H1, 2026-Q1, 2026-03, 2026-W12 or 2026-03-31"
    return Diagnostic(
      .error, "survey/wave-undated", at: place, what,
      hint: column
        ? "add 'period: quarter' where the column holds days; else its cells have to read \(labels)"
        : "write 'wave:' as \(labels), or give 'fieldwork: {from, to}'")
  }

  package static func surveyScaleChanged(
    _ item: String, from: Scale, in earlier: String, to: Scale, in later: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "survey/scale-changed", at: place,
      "item '\(item)' is on \(from.minimum)…\(from.maximum) in \(earlier) and on \(to.minimum)…\(to.maximum) in \(later): its "
        + "figures are not compared")
  }

  package static func surveyWordingChanged(
    _ item: String, from earlier: String, to later: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "survey/wording-changed", at: place,
      "the wording of item '\(item)' changed between \(earlier) and \(later): its figures are not compared",
      hint: "give it another id if it asks something else, and both waves the same 'text:' if it asks the same")
  }

  package static func surveyTargetChanged(
    _ item: String, from earlier: String, to later: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "survey/target-changed", at: place,
      "item '\(item)' is held against something else in \(later) than in \(earlier): its figures are not compared",
      hint: "expectation, standard, zone of tolerance or satisfied-from answer differ")
  }

  package static func surveyOutcomeChanged(
    _ outcome: String, from earlier: String, to later: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "survey/outcome-changed", at: place,
      "outcome '\(outcome)' is of another kind, scale or direction in \(later) than in \(earlier): its figures are not "
        + "compared")
  }

  /// `fieldwork` is about a file whose rows belong to several waves.
  package static func surveyFieldworkOfSeveralWaves(_ file: String, waves: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "survey/fieldwork-of-several-waves", at: place,
      "\(file) holds \(waves) waves: 'from', 'to' and 'invited' of its fieldwork are left aside",
      hint: "split the file by wave to give each its own")
  }

  package static func surveyMoreThanInvited(_ rows: Int, invited: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "survey/more-than-invited", at: place,
      "\(rows) rows cannot come of \(invited) who were invited; no share of those asked is shown",
      hint: "correct 'invited' under `fieldwork:` in the codebook")
  }

  package static func surveyRespondentsRepeated(_ count: Int, wave: String, at place: Place) -> Diagnostic {
    let of = wave.isEmpty ? "" : " of wave \(wave)"
    return Diagnostic(
      .warning, "survey/respondents-repeated", at: place,
      count == 1
        ? "1 row\(of) repeats a respondent; it is counted" : "\(count) rows\(of) repeat a respondent; all are counted",
      hint: "where each person answered once, take the others out of the file")
  }

  package static func surveyNotRakeable(
    _ segment: String, value: String, isAnswered: Bool, wave: String, at place: Place
  ) -> Diagnostic {
    let what =
      isAnswered
      ? "answers have '\(value)' in '\(segment)', and 'rake' names no share of it"
      : "'rake' names a share of '\(value)' in '\(segment)', and no answer has it"
    return Diagnostic(
      .warning, "survey/not-rakeable", at: place, "\(what)\(ofWave(wave)): figures are unweighted",
      hint: "merge values that few have, or name the shares of exactly the values that occur")
  }

  package static func surveyRakeWithoutRows(wave: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "survey/rake-without-rows", at: place,
      "no answer names a value of every raked segment\(ofWave(wave)): figures are unweighted",
      hint: "look at the columns of the segments that 'rake' names")
  }

  package static func surveyRakeDiverges(wave: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "survey/rake-diverges", at: place,
      "no weights meet all the shares of 'rake'\(ofWave(wave)): figures are unweighted",
      hint: "some combinations of values have no answers: merge values, or rake by fewer segments")
  }

  package static func surveyWeightsTrimmed(_ rows: Int, wave: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .note, "survey/weights-trimmed", at: place,
      "the raked weights of \(rows) answers lay outside 0.3 to 3\(ofWave(wave)); they were cut and raked once more")
  }

  package static func surveyRakedRowsLeft(_ rows: Int, wave: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .note, "survey/rake-rows-left", at: place,
      "\(rows) \(rows == 1 ? "answer lacks" : "answers lack") a value of a raked segment\(ofWave(wave)); "
        + "weighted figures rest on the others")
  }

  package static func surveyWeightsZero(_ rows: Int, wave: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "survey/weights-zero", at: place,
      "all weights are 0\(ofWave(wave)), of \(FigureText.count(rows)) rows: no answer counts",
      hint: "take 'weight' out of the codebook, or name the column that holds the weights")
  }

  package static func surveyDesignEffect(_ deff: String, wave: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "survey/design-effect", at: place,
      "the weights are very uneven: their design effect is \(deff)\(ofWave(wave)), above 2",
      hint: "more than half of what the answers could tell is lost; compare weighted with unweighted figures")
  }

  package static func surveyReversedByMix(_ slice: String, better: Bool, wave: String, at place: Place) -> Diagnostic {
    let (looks, fares) = better ? ("worse", "better") : ("better", "worse")
    return Diagnostic(
      .note, "survey/reversed-by-mix", at: place,
      "'\(slice)' looks \(looks) than all others and fares \(fares) at the same touchpoints\(ofWave(wave)): "
        + "it meets other touchpoints than they do (Simpson's paradox)")
  }

  private static func ofWave(_ label: String) -> String { label.isEmpty ? "" : ", wave '\(label)'" }

  package static func surveyWeightsRounded(_ count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "survey/weights-rounded", at: place,
      "\(count) \(count == 1 ? "weight has" : "weights have") more than six decimals and \(count == 1 ? "is" : "are") rounded"
    )
  }

  package static func waveInFuture(_ label: String, survey: String, start: Day, asOf: Day, file: String) -> Diagnostic {
    Diagnostic(
      .warning, "survey/later-than-report", at: Place(file: file),
      "the wave '\(label)' of '\(survey)' begins on \(start.iso), and the report is of \(asOf.iso); it counts all the same",
      hint: "correct the wave's dates, or build with a later day (--as-of)")
  }
}

/// What can be wrong with the keys of a codebook that are about rows: waves, touchpoints, segments, weights.
extension Diagnostic {
  package static func codebookDatePattern(_ found: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "codebook/date", at: place, "'\(found)' does not say how a day is written",
      hint: "use YYYY, MM or M, and DD or D once each, with the marks between them: YYYY-MM-DD, D.M.YYYY, M/D/YYYY")
  }

  /// A ratio of means needs one scale.
  package static func codebookImportanceScales(
    _ first: Scale, _ other: Scale, item: String, at place: Place
  ) -> Diagnostic {
    func text(_ scale: Scale) -> String { "\(scale.minimum)…\(scale.maximum)" }
    return Diagnostic(
      .warning, "codebook/importance-scales", at: place,
      "the importance of item '\(item)' is rated on \(text(other)), that of others on \(text(first)): none is computed",
      hint: "where all are rated alike, write 'importance-scale: {min: \(first.minimum), max: \(first.maximum)}'")
  }

  package static func codebookDateUnused(at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "codebook/date-unused", at: place, "no column of days is read, so 'date' has no effect",
      hint: "write 'wave: {column: NAME, period: quarter}' to cut a column of days into waves")
  }

  package static func codebookTwoTouchpoints(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "codebook/two-touchpoints", at: place,
      "this item names a touchpoint, but a column says which touchpoint each row is about",
      hint: "take 'touchpoint:' out of the items, or out of the file's keys")
  }

  package static func codebookNoTouchpoints(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "codebook/no-touchpoints", at: place, "nothing says which touchpoints this column may name",
      hint: "add 'map: {text of the cell: touchpoint}', or a journey to cxaudit.yml")
  }

  package static func codebookHalfZone(_ key: String, lacking other: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "codebook/half-zone", at: place, "a zone of tolerance needs '\(other)' beside '\(key)'",
      hint: "add '\(other):'; a level that people expect, alone, is an 'expectation'")
  }

  package static func codebookBands(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "codebook/bands", at: place, "bands are whole numbers that go up",
      hint: "[18, 30, 45] makes <18, 18-29, 30-44 and 45+")
  }

  package static func codebookTooManyBands(limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "codebook/bands", at: place, "there are more than \(limit) bands", hint: "take wider ones")
  }

  package static func codebookBandOrder(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "codebook/bands", at: place, "bands stand in their own order", hint: "take 'order:' out")
  }

  package static func codebookNoSegment(_ name: String, known: [String], at place: Place) -> Diagnostic {
    let hint =
      known.isEmpty
      ? "there are no 'segments:'"
      : Suggestion.didYouMean(name, in: known) ?? "the segments are \(known.map { "'\($0)'" }.joined(separator: ", "))"
    return Diagnostic(.error, "codebook/no-segment", at: place, "there is no segment '\(name)'", hint: hint)
  }

  package static func codebookCrossOfOne(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "codebook/cross", at: place, "a cross needs two different segments or more",
      hint: "write 'cross: [[tier, age]]', with ids of segments")
  }

  package static func codebookCrossTwice(_ segments: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "codebook/cross", at: place, "\(segments.joined(separator: " and ")) are crossed already",
      hint: "the order of the segments makes no difference")
  }

  package static func codebookTwoWeights(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "codebook/two-weights", at: place, "weights come either from a 'column' or from 'rake'",
      hint: "take one of the two out")
  }

  package static func codebookSharesTotal(_ segment: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "codebook/shares", at: place, "the shares of '\(segment)' do not add up to 100 %")
  }

  package static func codebookFinishedUnknown(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "codebook/finished-unknown", at: place, "nothing says which answers are unfinished",
      hint: "add 'finished: {column: Status, values: [Complete]}'")
  }

  package static func codebookFinishedValues(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "codebook/finished-values", at: place, "nothing says which cells of this column mean finished",
      hint: "add 'values: [Complete]'")
  }

  package static func surveyUnfinishedCounted(_ file: String, tool: String, column: String) -> Diagnostic {
    Diagnostic(
      .note, "survey/unfinished-counted", at: Place(file: file),
      "some answers are unfinished, as \(tool) says in '\(column)'; what they answered counts",
      hint: "write 'unfinished: include' into the codebook to say that this is meant, or 'unfinished: exclude'")
  }
}

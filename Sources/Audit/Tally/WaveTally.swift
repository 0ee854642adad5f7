/// Integer counts of one wave, filled in one pass over the rows and merged by addition (methodology 0.2).
package struct WaveTally: Hashable, Sendable {
  /// Records read, header not counted.
  package var rows: Int
  /// Records that could not be used, by reason.
  package var unusable: [UnusableRows]
  /// One entry a column that the codebook names, in column order.
  package var columns: [ColumnTally]
  /// Units met, in byte order, where there is a unit column.
  package var units: [String]
  /// `all` first, then segment by segment and cross by cross, values in declared order, then byte order.
  package var slices: [SliceTally]
  /// A1 by unit, in the order of `units`.
  package var unitTallies: [UnitTally]
  /// A5 and A6 for everyone; empty where nothing asks for them.
  package var moments: [MomentTally]
  /// A8 for weights that stand in a column.
  package var weights: WeightTally?
  /// A8 for raked weights, in the order of `slices`; empty where nothing is raked.
  package var rakedSlices: [RakedSlice]
  /// A10: everyone by the group of the respondent, ``MomentTally/groups`` of them, each with the slice `all`; they add up
  /// to everyone. Empty where groups are not kept.
  package var groups: [SliceTally]
  /// A10: the units of each group; empty where groups are not kept, or there are too many units.
  package var unitGroups: [[UnitTally]]
  /// Who answered what; nil where respondents are not to be found again.
  package var linked: LinkedAnswers?
  /// What is known about the rows themselves.
  package var quality: RowQuality

  package init(
    rows: Int, unusable: [UnusableRows], columns: [ColumnTally], units: [String], slices: [SliceTally],
    unitTallies: [UnitTally] = [], moments: [MomentTally] = [], weights: WeightTally? = nil,
    rakedSlices: [RakedSlice] = [], groups: [SliceTally] = [],
    unitGroups: [[UnitTally]] = [], linked: LinkedAnswers? = nil, quality: RowQuality = RowQuality()
  ) {
    self.rows = rows
    self.unusable = unusable
    self.columns = columns
    self.units = units
    self.slices = slices
    self.unitTallies = unitTallies
    self.moments = moments
    self.weights = weights
    self.rakedSlices = rakedSlices
    self.groups = groups
    self.unitGroups = unitGroups
    self.linked = linked
    self.quality = quality
  }
}

/// Records left out for one reason.
package struct UnusableRows: Hashable, Sendable {
  package enum Reason: String, Sendable, CaseIterable {
    /// More or fewer fields than the header.
    case ragged
    /// A quote inside an unquoted field, or text after a closing quote.
    case strayQuote = "stray-quote"
    /// Not finished, where unfinished answers are excluded.
    case unfinished
    /// The wave column's cell is empty or cannot be read.
    case noWave = "no-wave"
  }

  package var reason: Reason
  package var count: Int
  /// Line of the first one.
  package var firstLine: Int
  /// Lines that they fill, at least `count`: a quote in the wrong place swallows the rows behind it.
  package var lines: Int

  package init(reason: Reason, count: Int, firstLine: Int, lines: Int? = nil) {
    self.reason = reason
    self.count = count
    self.firstLine = firstLine
    self.lines = max(count, lines ?? count)
  }
}

/// A0: what the cells of one column were.
package struct ColumnTally: Hashable, Sendable {
  /// The header, trimmed.
  package var header: String
  package var rows: Int
  package var valid: Int
  package var missing: Int
  package var notApplicable: Int
  /// Off the scale, not a number, or undecodable.
  package var invalid: Int

  package init(header: String, rows: Int, valid: Int, missing: Int, notApplicable: Int, invalid: Int) {
    self.header = header
    self.rows = rows
    self.valid = valid
    self.missing = missing
    self.notApplicable = notApplicable
    self.invalid = invalid
  }
}

extension WaveTally: Codable {}
extension UnusableRows: Codable {}
extension UnusableRows.Reason: Codable {}
extension ColumnTally: Codable {}

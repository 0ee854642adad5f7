import Audit

/// The counts of one survey file.
struct ScanResult: Hashable, Sendable {
  /// What was asked, with what only the rows tell: the touchpoints that rows are about, and the order of bands.
  var definition: SurveyDefinition
  /// Ordered by label bytes; one at least. Without a wave column the only one has an empty label.
  var waves: [LabelledTally]
  /// Records that belong to no wave, because they cannot be used at all or do not say which; empty without a wave column,
  /// where the only wave holds them.
  var withoutWave: [UnusableRows] = []

  struct LabelledTally: Hashable, Sendable {
    /// `2026`, `2026-H1`, `2026-Q1`, `2026-03`, `2026-W12`, `2026-03-31`, or the cell's own text.
    var label: String
    var tally: WaveTally
  }
}

extension ScanResult: Codable {}
extension ScanResult.LabelledTally: Codable {}

/// Address of a subject's figures: survey, wave, slice, kind, subject.
package struct MeasurementKey: Hashable, Sendable {
  package var survey: String
  package var wave: String
  package var slice: Slice
  package var kind: SubjectKind
  package var subject: String

  package init(survey: String, wave: String, slice: Slice = .all, kind: SubjectKind, subject: String) {
    self.survey = survey
    self.wave = wave
    self.slice = slice
    self.kind = kind
    self.subject = subject
  }
}

/// All figures of one subject in one slice of one wave.
package struct Measurement: Hashable, Sendable {
  package var key: MeasurementKey
  /// Rows that the subject's own figures rest on; nil when suppressed.
  package var n: Int?
  package private(set) var figures: Figures
  /// Under raked weights, the fewest rows that share a value of a raked segment, above 0: weighted and unweighted figures
  /// together tell of them.
  package var fewestRaked: Int?
  /// Of respondents who are found again in another wave, or are not, the fewest above 0; nil where that is not known.
  package var fewestLinked: Int?
  /// The two surveys that are compared; empty for what is of one survey or none, and when suppressed.
  package let sides: [Side]

  /// One of two surveys that are compared.
  package struct Side: Hashable, Sendable {
    package let survey: String
    /// Its rows that the comparison rests on.
    package let n: Int

    package init(survey: String, n: Int) {
      self.survey = survey
      self.n = n
    }
  }

  package init(key: MeasurementKey, n: Int?, figures: Figures = Figures(), sides: [Side] = []) {
    self.key = key
    self.n = n
    self.figures = figures
    self.sides = sides
  }

  /// The value, or nil where it does not apply, could not be computed or is withheld.
  package subscript(_ statistic: Statistic) -> Double? { figures[statistic]?.value }

  package func figure(_ statistic: Statistic) -> Figure? { figures[statistic] }

  package mutating func set(_ statistic: Statistic, _ figure: Figure) {
    figures[statistic] = figure
  }

  /// Everything that would speak of fewer than the minimum cell is withheld.
  package var isSuppressed: Bool { n == nil }
}

/// A figure of others that the audit's own is held against, as the project declares it.
package struct Benchmark: Hashable, Sendable {
  /// An outcome's id, a finding's, or a figure's address, as written.
  package var measure: Correction.Reference
  /// In the unit of the measure; shares are 0…1.
  package var value: Double
  /// Answers that it rests on, 1 or more; nil where the source does not tell.
  package var n: Int?
  /// Standard deviation of those answers, above 0; a mean cannot be tested without it.
  package var sd: Double?
  /// Where it comes from, for readers.
  package var source: String
  package var date: Day
  /// Where its day is written.
  package var dated: SourceLocation

  package init(
    measure: Correction.Reference, value: Double, n: Int? = nil, sd: Double? = nil, source: String, date: Day,
    dated: SourceLocation
  ) {
    self.measure = measure
    self.value = value
    self.n = n
    self.sd = sd
    self.source = source
    self.date = date
    self.dated = dated
  }
}

/// A quotient of 128-bit integers, for differences of means that must not lose digits.
///
/// The denominator is above 0. Every operation that would leave 128 bits gives nil: the caller then goes on in doubles.
struct Fraction: Sendable, Equatable {
  let numerator: Int128
  let denominator: Int128

  /// The fraction in its lowest terms; the denominator is above 0.
  init(_ numerator: Int128, over denominator: Int128) {
    precondition(denominator > 0, "a denominator is above 0")
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    let divisor = Int128(a)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  /// The mean of counts; nil without rows.
  init?(meanOf counts: Counts) {
    guard counts.n > 0 else { return nil }
    self.init(counts.sum, over: Int128(counts.n) * Int128(counts.denominator))
  }

  /// The first less the second, or nil beyond 128 bits.
  func subtracting(_ other: Fraction) -> Fraction? {
    let (left, leftOverflow) = numerator.multipliedReportingOverflow(by: other.denominator)
    let (right, rightOverflow) = other.numerator.multipliedReportingOverflow(by: denominator)
    let (difference, overflow) = left.subtractingReportingOverflow(right)
    let (product, productOverflow) = denominator.multipliedReportingOverflow(by: other.denominator)
    guard !leftOverflow, !rightOverflow, !overflow, !productOverflow else { return nil }
    return Fraction(difference, over: product)
  }

  /// The sum, or nil beyond 128 bits.
  func adding(_ other: Fraction) -> Fraction? {
    subtracting(Fraction(-other.numerator, over: other.denominator))
  }

  /// The nearest double.
  var value: Double {
    let magnitude = UInt256(low: numerator.magnitude).divided(by: denominator.magnitude)
    return numerator < 0 ? -magnitude : magnitude
  }

  /// The mean of one less the mean of the other: exact and rounded once wherever 128 bits suffice.
  ///
  /// - Returns: The difference in units of the scale; nil where either has no rows.
  static func differenceOfMeans(_ first: Counts, _ second: Counts) -> Double? {
    guard let one = Fraction(meanOf: first), let other = Fraction(meanOf: second) else { return nil }
    return one.subtracting(other)?.value ?? one.value - other.value
  }
}

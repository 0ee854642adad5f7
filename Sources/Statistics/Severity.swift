/// Severity S = 100·F1·ω, per 100 customers who pass the touchpoint: importance-adjusted points of total failure.
///
/// Source: methodology 6.2. It is 0 or more, does not fall when F1 or ω rises, and does not depend on n. For a note's
/// word F1 is reach times the factor of the class (methodology 6.5).
///
/// - Parameters:
///   - f1: The mean shortfall as a share of the range: 0 to 1 where targets lie on the scale.
///   - importance: ω, importance relative to the average, 0 or more.
/// - Returns: Points, 0 or more.
public func severity(f1: Double, importance: Double) -> Double {
  precondition(f1 >= 0 && f1.isFinite, "F1 is not negative")
  precondition(importance >= 0 && importance.isFinite, "importance is not negative")
  return 100 * f1 * importance
}

/// Burden B = x·S, per 100 customers.
///
/// - Parameters:
///   - exposure: x, the share of all customers who pass the touchpoint, 0 to 1; 1 where it was not declared.
///   - severity: S, 0 or more.
/// - Returns: Points, 0 to S.
public func burden(exposure: Double, severity: Double) -> Double {
  precondition(exposure >= 0 && exposure <= 1, "exposure is between 0 and 1")
  precondition(severity >= 0 && severity.isFinite, "severity is not negative")
  return exposure * severity
}

/// Credibility Z = n/(n + K), 0 to below 1: the weight of a burden in the sort key Z·B.
///
/// Source: Bühlmann 1967 (ASTIN Bulletin 4, 199–207); methodology 6.2. Below .6 the product says "few answers".
///
/// - Parameters:
///   - n: Answers, or effective answers if weighted; 0 or more.
///   - k: K, the number of answers that earns half credit, above 0.
/// - Returns: The weight.
public func credibility(n: Double, k: Double = 20) -> Double {
  precondition(n >= 0 && n.isFinite && k > 0 && k.isFinite, "n is not negative and K above 0")
  return n / (n + k)
}

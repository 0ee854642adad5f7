/// The upper incomplete gamma function in the parts that the distributions need.
enum IncompleteGamma {
  /// Γ(a, x) / (x^a·e^−x) for a > 0 and x ≥ a + 1, by the continued fraction DLMF 8.9.2.
  static func upperFraction(_ a: Double, _ x: Double) -> Double {
    var b = x + 1 - a
    var c = 1e300
    var d = 1 / b
    var value = d
    var i = 1.0
    while i < 1e7 {
      let numerator = -i * (i - a)
      b += 2
      d = 1 / (numerator * d + b)
      c = b + numerator / c
      value *= c * d
      if abs(c * d - 1) <= 0x1p-52 { break }
      i += 1
    }
    return value
  }

  /// γ(a, x) / (x^a·e^−x) for a > 0 and 0 ≤ x < a + 1, by the series DLMF 8.7.1.
  static func lowerSeries(_ a: Double, _ x: Double) -> Double {
    var term = 1 / a
    var value = term
    var k = 1.0
    while term > value * 0x1p-54 {
      term *= x / (a + k)
      value += term
      k += 1
    }
    return value
  }

  /// Q(a, x) = Γ(a, x)/Γ(a), between 0 and 1.
  static func upper(_ a: Double, _ x: Double) -> Double {
    guard x > 0 else { return 1 }
    let mu = (x - a) / a
    let power =
      (a / (2 * Double.pi)).squareRoot()
      * Elementary.exp(a * Elementary.log1pMinus(mu, onePlus: x / a) - Stirling.correction(a))
    return x < a + 1 ? max(0, 1 - power * lowerSeries(a, x)) : min(1, power * upperFraction(a, x))
  }
}

/// Student's t distribution.
public struct StudentT: Sendable {
  /// Degrees of freedom, above 0, not necessarily whole.
  public let df: Double

  /// - Parameter df: Degrees of freedom, above 0 and finite.
  public init(df: Double) {
    precondition(df > 0 && df.isFinite, "degrees of freedom are above 0")
    self.df = df
  }

  /// P(T > t), relatively accurate in the upper tail; any t but not-a-number.
  public func upperTail(_ t: Double) -> Double {
    t < 0 ? 1 - twoSided(t) / 2 : twoSided(t) / 2
  }

  /// P(|T| > |t|) = I_x(df/2, ½) with x = df/(df + t²), between 0 and 1.
  ///
  /// Source: DLMF 8.17.22; for many degrees of freedom and moderate t the expansion of Didonato & Morris.
  public func twoSided(_ t: Double) -> Double {
    precondition(!t.isNaN, "a quantile is a number")
    let square = t * t
    guard square > 0 else { return 1 }
    guard square.isFinite else { return farTail(abs(t)) }
    return df >= 30 && square <= 0.4 * df ? largeTail(square) : point(square).lower
  }

  /// The t below which a share p lies.
  ///
  /// - Parameter p: Between 0 and 1, exclusive.
  /// - Returns: The quantile, in size at most about 10³⁰⁴, which only df below 1 reaches.
  public func quantile(_ p: Double) -> Double {
    precondition(p > 0 && p < 1, "a probability between 0 and 1")
    if p == 0.5 { return 0 }
    if p < 0.5 { return -upperQuantile(p) }
    return upperQuantile(1 - p)
  }

  private func upperQuantile(_ q: Double) -> Double {
    let z = -Normal.quantile(q)
    // First terms of Cornish & Fisher (DLMF 26.7.5 in Abramowitz & Stegun): nearly exact for many degrees of freedom.
    let start = z + z * (z * z + 1) / (4 * df)
    return TailRoot(probability: q, start: start).solve { (t: Double) in
      (tail: twoSided(t) / 2, slope: point(t * t).power)
    }
  }

  private func point(_ square: Double) -> BetaPoint {
    BetaPoint(a: df / 2, b: 0.5, s: 1, t: square, excess: 1 - square)
  }

  /// The leading term where t² is beyond a double: x^a / (a·B(a, ½)), x = df/t².
  private func farTail(_ t: Double) -> Double {
    guard t.isFinite else { return 0 }
    let a = df / 2
    let logarithm =
      Elementary.log(df) * a - Elementary.log(t) * df + a * Elementary.log1pMinus(0.5 / a)
      + Stirling.correction(a + 0.5) - Stirling.correction(a) - Elementary.log(a * Double.pi) / 2
    return min(1, Elementary.exp(logarithm))
  }

  /// I_x(a, ½) for a ≥ 15 and x near 1: Didonato & Morris 1992 (ACM TOMS 18, 360–373, BGRAT) with b = ½.
  ///
  /// The leading term is the normal tail; at most 30 corrections in 1/df² follow, each from those before.
  private func largeTail(_ square: Double) -> Double {
    let a = df / 2
    let nu = a - 0.25
    let logX = -Elementary.log1p(square / df)
    let z = -nu * logX
    let root = (z / Double.pi).squareRoot() * Elementary.exp(-z)
    guard root > 0 else { return 0 }
    let ratio =
      (a / nu).squareRoot()
      * Elementary.exp(a * Elementary.log1pMinus(0.5 / a) + Stirling.correction(a + 0.5) - Stirling.correction(a))
    var j =
      z < 1.5 ? (1 - root * IncompleteGamma.lowerSeries(0.5, z)) / root : IncompleteGamma.upperFraction(0.5, z)
    let v = 0.25 / (nu * nu)
    let step = logX * logX / 4
    var (sum, power, coefficient) = (j, 1.0, 1.0)
    var (c, d): ([Double], [Double]) = ([], [])
    for n in 1...30 {
      let order = 2 * Double(n)
      let before = 0.5 + order - 2
      j = (before * (before + 1) * j + (z + before + 1) * power) * v
      power *= step
      coefficient /= order * (order + 1)
      let folded = (1..<n).reduce(0.0) { total, i in
        total + (0.5 * Double(i) - Double(n)) * c[i - 1] * d[n - i - 1]
      }
      c.append(coefficient)
      d.append(-0.5 * coefficient + folded / Double(n))
      let term = d[n - 1] * j
      sum += term
      if abs(term) <= 0x1p-54 * sum { break }
    }
    return min(1, root * ratio * sum)
  }
}

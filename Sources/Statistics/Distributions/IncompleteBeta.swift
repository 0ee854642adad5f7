/// A point of the regularised incomplete beta function I_x(a, b), with x given by its odds.
///
/// x/(1−x) = (a·s)/(b·t): at s = t the point is the mean a/(a+b). Carrying `excess` = s − t apart keeps full accuracy
/// near the mean for parameters up to 10¹⁰, where x itself has lost the digits that matter.
struct BetaPoint {
  let a: Double
  let b: Double
  private let excess: Double
  private let scale: Double
  private let aboveMean: Double
  private let belowMean: Double

  /// - Parameters:
  ///   - a: First parameter, above 0.
  ///   - b: Second parameter, above 0.
  ///   - s: Weight of x, not negative.
  ///   - t: Weight of 1 − x, not negative; not both are 0.
  ///   - excess: s − t, as exactly as the caller knows it.
  init(a: Double, b: Double, s: Double, t: Double, excess: Double) {
    self.a = a
    self.b = b
    self.excess = excess
    (aboveMean, belowMean) = (s, t)
    scale = a * s + b * t
  }

  private var x: Double { a * aboveMean / scale }
  private var y: Double { b * belowMean / scale }

  /// The same point seen from the other end: I_{1−x}(b, a).
  private var mirrored: BetaPoint {
    BetaPoint(a: b, b: a, s: belowMean, t: aboveMean, excess: -excess)
  }

  /// I_x(a, b), between 0 and 1; relatively accurate below the mean, where it may be tiny.
  var lower: Double {
    if aboveMean == 0 { return 0 }
    if belowMean == 0 { return 1 }
    guard excess > 0 else { return min(1, power / fraction) }
    let other = mirrored
    return max(0, 1 - other.power / other.fraction)
  }

  /// x^a·(1−x)^b / B(a, b), in the form of Loader (2000): deviance and Stirling corrections, nothing that cancels.
  var power: Double {
    guard aboveMean > 0, belowMean > 0 else { return 0 }
    let n = a + b
    let deviance =
      a * Elementary.log1pMinus(b * excess / scale, onePlus: n * aboveMean / scale)
      + b * Elementary.log1pMinus(-a * excess / scale, onePlus: n * belowMean / scale)
    let correction = Stirling.correction(n) - Stirling.correction(a) - Stirling.correction(b)
    return (a / n * b / (2 * Double.pi)).squareRoot() * Elementary.exp(deviance + correction)
  }

  /// The continued fraction of I_x(a, b): DLMF 8.17.22, its even part as in Didonato & Morris 1992 (ACM TOMS 18,
  /// 360–373), by the modified method of Lentz.
  ///
  /// Below the mean every partial sum is positive. It takes some √(a+b) steps at worst; 10⁷ are never needed.
  private var fraction: Double {
    let (x, y) = (x, y)
    let lambda = -a * (b * excess / scale)
    var value = a * (lambda + 1) / (a + 1)
    var (c, d) = (value, 0.0)
    var m = 1.0
    while m < 1e7 {
      let even = a + 2 * m
      let step = m * (b - m) * x
      let alpha = (a + m - 1) / (even - 1) * ((a + b + m - 1) / (even - 1)) * step * x
      let beta = m + step / (even - 1) + (a + m) / (even + 1) * (lambda + 1 + m * (1 + y))
      d = 1 / (beta + alpha * d)
      c = beta + alpha / c
      value *= c * d
      if abs(c * d - 1) <= 0x1p-52 { break }
      m += 1
    }
    return value
  }
}

/// The correction δ of Stirling's formula: Γ(z) = √(2π/z)·(z/e)^z·e^δ(z).
///
/// Ratios of gamma functions are formed from δ, which is small, so that nothing large cancels.
enum Stirling {
  /// The coefficients B₂ₖ/(2k(2k−1)) of the asymptotic series, last first (DLMF 5.11.1).
  private static let coefficients: [Double] = [
    -3617.0 / 122_400, 1.0 / 156, -691.0 / 360_360, 1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12,
  ]

  /// δ(z) for z > 0.
  static func correction(_ z: Double) -> Double {
    // δ(z) = δ(z+1) + (z+½)·log(1+1/z) − 1, and with s = 1/(2z+1) the step is atanh(s)/s − 1: all terms positive.
    var (steps, shifted) = (0.0, z)
    while shifted < 12 {
      let s = 1 / (2 * shifted + 1)
      steps += s > 0.5 ? (shifted + 0.5) * Elementary.log(1 + 1 / shifted) - 1 : Elementary.atanhExcess(s)
      shifted += 1
    }
    let inverse = 1 / shifted
    let square = inverse * inverse
    return steps + coefficients.reduce(0) { $0 * square + $1 } * inverse
  }
}

// Imported to link the mathematics library, which the standard library's square root, fused product and rounding call
// in unoptimised builds; none of its functions is used by name.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Exponential and logarithm from the basic operations alone.
///
/// The C library's differ in the last bit between systems and processors; these are the same everywhere, to about one
/// unit in the last place, because addition, multiplication, division and square root are exact by IEEE 754.
enum Elementary {
  // ln 2 in two parts, the first with 20 trailing zero bits, so that its products with exponents are exact
  // (fdlibm, Sun Microsystems 1993).
  private static let ln2High = 6.931_471_803_691_238_164_90e-01
  private static let ln2Low = 1.908_214_929_270_587_700_02e-10

  /// 1/k! for k = 13 … 2.
  private static let inverseFactorials: [Double] = [
    1 / 6_227_020_800, 1 / 479_001_600, 1 / 39_916_800, 1 / 3_628_800, 1 / 362_880, 1 / 40_320, 1 / 5_040, 1 / 720,
    1 / 120, 1 / 24, 1 / 6, 1 / 2,
  ]

  /// e^x, for x up to 709; 0 below −746.
  static func exp(_ x: Double) -> Double {
    guard x > -746 else { return 0 }
    let k = (x / (ln2High + ln2Low)).rounded()
    let high = x - k * ln2High
    let low = -k * ln2Low
    let r = high + low
    let tail = low - (r - high)
    let series = inverseFactorials.reduce(0) { $0 * r + $1 }
    let significand = 1 + (r + (tail + r * r * series))
    return Double(sign: .plus, exponent: Int(k), significand: significand)
  }

  /// The natural logarithm of a positive x.
  static func log(_ x: Double) -> Double {
    var (m, k) = (x.significand, Double(x.exponent))
    if m > 1.414_213_562_373_095 {
      m /= 2
      k += 1
    }
    let f = m - 1
    let s = f / (2 + f)
    // log m = 2·atanh s = f − s·(f − 2·(s²/3 + s⁴/5 + …)): the leading term f is exact.
    return k * ln2High - ((s * (f - 2 * atanhExcess(s)) - k * ln2Low) - f)
  }

  /// log(1 + x) for x > −1, accurate near 0.
  static func log1p(_ x: Double) -> Double {
    guard abs(x) < 0.4 else { return log(1 + x) }
    let s = x / (2 + x)
    return x - s * (x - 2 * atanhExcess(s))
  }

  /// log(1 + x) − x, at most 0, accurate near 0.
  ///
  /// - Parameters:
  ///   - x: Above −1.
  ///   - onePlus: 1 + x where it is known better than by adding, as for x near −1.
  /// - Returns: The difference, 0 only at 0.
  static func log1pMinus(_ x: Double, onePlus: Double? = nil) -> Double {
    guard abs(x) < 0.4 else { return log(onePlus ?? 1 + x) - x }
    let s = x / (2 + x)
    return -s * (x - 2 * atanhExcess(s))
  }

  /// atanh(s)/s − 1 = s²/3 + s⁴/5 + …, for |s| ≤ ½.
  static func atanhExcess(_ s: Double) -> Double {
    let square = s * s
    // s² ≤ 0.0625 needs 14 terms, s² ≤ 0.25 needs 26.
    var denominator = square > 0.0625 ? 55.0 : 31.0
    var series = 1 / denominator
    while denominator > 3 {
      denominator -= 2
      series = series * square + 1 / denominator
    }
    return series * square
  }

  /// The angle of a sine and a cosine that is not negative, −π/2 to π/2.
  static func angle(sine: Double, cosine: Double) -> Double {
    // Three halvings bring the tangent from at most 1 for half the angle down to tan(π/16) < 0.2.
    var tangent = sine / (1 + cosine)
    for _ in 0..<2 { tangent /= 1 + (1 + tangent * tangent).squareRoot() }
    let square = tangent * tangent
    var (denominator, series) = (27.0, 1.0 / 27)
    while denominator > 1 {
      denominator -= 2
      series = 1 / denominator - series * square
    }
    return 8 * tangent * series
  }
}

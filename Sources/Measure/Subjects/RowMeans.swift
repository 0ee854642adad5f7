import Audit
import Statistics

/// A level that need not be whole: `sum / count` in scale points, `count` at least 1.
struct MeanLevel {
  let sum: Int
  let count: Int

  var value: Double { Double(sum) / Double(count) }

  /// The mean of the items' levels, one at least.
  init(of levels: [Int]) {
    let total = levels.reduce(0, +)
    let divisor = greatestCommonDivisor(total, levels.count)
    sum = total / divisor
    count = levels.count / divisor
  }
}

/// Row means over one denominator.
///
/// A row that answered j items has the mean sum/j, so the common denominator is the least common multiple of the j that
/// occur. Where that is beyond ``largestDenominator``, as with dozens of items and many left out, each mean is rounded to
/// the nearest multiple of 1/``fallbackDenominator``, which is lcm(1…28): exact for 28 items and less, and off by less
/// than 10⁻¹¹ of a scale point beyond. Means of up to 100 000 items that differ keep their order and equal ones stay equal,
/// so ranks and comparisons with a quarter of the range are exact in either way.
enum RowMeans {
  /// 2³⁷: the squares of a billion rows on a scale of 1001 levels fit 128 bits.
  static let largestDenominator = 1 << 37
  static let fallbackDenominator = 80_313_433_200

  /// The rows of a tally by their mean, less a level where one is given.
  static func counts(_ tally: ScoreTally, less level: MeanLevel? = nil) -> Counts {
    let (shift, parts) = (level?.sum ?? 0, level?.count ?? 1)
    let common = commonDenominator(tally, parts)
    var entries: [Counts.Entry] = []
    entries.reserveCapacity(tally.entries.count)
    var (factor, answered) = (0, 0)
    for entry in tally.entries where entry.answered > 0 {
      if entry.answered != answered {
        answered = entry.answered
        factor = (common ?? 0) / (answered * parts)
      }
      let numerator = entry.sum * parts - shift * answered
      let value = common == nil ? rounded(numerator, over: answered * parts) : numerator * factor
      entries.append(Counts.Entry(value: value, count: entry.count))
    }
    return Counts(entries: entries, denominator: common ?? fallbackDenominator)
  }

  /// Of the means of a tally, which ascends by the answers; nil above the largest.
  private static func commonDenominator(_ tally: ScoreTally, _ parts: Int) -> Int? {
    commonDenominator(of: tally.entries.lazy.map { $0.answered * parts })
  }

  /// The least common multiple of denominators; nil above the largest.
  static func commonDenominator(of denominators: some Sequence<Int>) -> Int? {
    var common = 1
    for number in denominators {
      guard common % number != 0 else { continue }
      let (product, overflow) = common.multipliedReportingOverflow(by: number / greatestCommonDivisor(common, number))
      guard !overflow, product <= largestDenominator else { return nil }
      common = product
    }
    return common
  }

  /// Numerator/denominator over a common denominator; without one over the fallback, rounded.
  static func numerator(_ numerator: Int, over denominator: Int, _ common: Int?) -> Int {
    guard let common else { return rounded(numerator, over: denominator) }
    // The denominator may be a product of two that divide the common one.
    return Int(Int128(numerator) * Int128(common) / Int128(denominator))
  }

  /// Numerator/denominator in units of the fallback denominator, halves away from zero.
  private static func rounded(_ numerator: Int, over denominator: Int) -> Int {
    let doubled = 2 * Int128(numerator.magnitude) * Int128(fallbackDenominator)
    let magnitude = Int((doubled + Int128(denominator)) / (2 * Int128(denominator)))
    return numerator < 0 ? -magnitude : magnitude
  }
}

/// Of the magnitudes; that of 0 and b is |b|.
private func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
  var (a, b) = (abs(first), abs(second))
  while b != 0 { (a, b) = (b, a % b) }
  return a
}

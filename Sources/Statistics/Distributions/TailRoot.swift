/// Finds where an upper tail takes a given probability.
struct TailRoot {
  /// The probability wanted, above 0 and at most ½.
  let probability: Double
  /// A first guess, above 0.
  let start: Double

  /// The x > 0 with tail(x) = probability, by Newton's method on log tail against log x inside a shrinking bracket.
  ///
  /// - Parameter evaluate: The upper tail at x, and the slope −d tail / d log x.
  /// - Returns: The root, to about 1 part in 10¹⁴.
  func solve(_ evaluate: (Double) -> (tail: Double, slope: Double)) -> Double {
    let target = Elementary.log(probability)
    let limit = 700.0
    var (low, high) = (-limit, limit)
    var x = Elementary.log(max(start, 1e-300))
    for _ in 0..<200 {
      let (tail, slope) = evaluate(Elementary.exp(x))
      let error = tail > 0 ? Elementary.log(tail) - target : -Double.infinity
      if error == 0 { break }
      if error > 0 { low = x } else { high = x }
      let next = x + error * tail / slope
      if next.isFinite && next >= low && next <= high {
        // Newton's error is about the square of its last step.
        let settled = abs(next - x) <= 1e-9
        x = next
        if settled { break }
      } else {
        // It leaves the bracket where the tail is flat or has vanished.
        x = middle(low, high, near: x)
      }
    }
    return Elementary.exp(x)
  }

  /// A point inside the bracket: four away from x while that side is still open, else the middle.
  private func middle(_ low: Double, _ high: Double, near x: Double) -> Double {
    if x == low && high - x > 8 { return x + 4 }
    if x == high && x - low > 8 { return x - 4 }
    return (low + high) / 2
  }
}

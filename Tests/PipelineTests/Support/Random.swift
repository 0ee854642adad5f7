import Audit
import TestSupport

extension SeededGenerator {
  /// About standard normal: twelve uniform numbers, less six.
  mutating func normal() -> Double {
    (0..<12).reduce(-6.0) { sum, _ in sum + Double(next() >> 11) / Double(1 << 53) }
  }
}

/// The level of `scale` for a latent value of 0…1, which is held inside.
func level(_ latent: Double, on scale: Audit.Scale) -> Int {
  let share = min(1, max(0, latent))
  return scale.minimum + Int((share * Double(scale.range)).rounded())
}

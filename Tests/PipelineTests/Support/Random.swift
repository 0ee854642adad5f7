import Audit

/// SplitMix64 (Steele, Lea & Flood 2014): the same numbers from the same seed everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

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

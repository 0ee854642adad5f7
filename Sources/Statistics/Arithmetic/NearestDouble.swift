extension Double {
  /// The double nearest to a whole number, ties to even: what `Double(_:)` gives, which is generic here and takes many times as
  /// long.
  init(nearestTo number: Int128) {
    let magnitude = number.magnitude
    guard magnitude != 0 else {
      self = 0
      return
    }
    let shift = magnitude.leadingZeroBitCount
    let leading = magnitude << UInt128(shift)
    let (high, low) = (UInt64(truncatingIfNeeded: leading >> 64), UInt64(truncatingIfNeeded: leading))
    // Eleven bits more than a double keeps: the last one stands for all that are below it.
    let rounded = Double(high | (low == 0 ? 0 : 1))
    let power = Double(bitPattern: UInt64(1023 + 64 - shift) << 52)
    self = number < 0 ? -rounded * power : rounded * power
  }
}

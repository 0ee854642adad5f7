extension Statistic {
  /// A share of rows, answers or importance, 0…1.
  package var isShare: Bool {
    let plain = unweighted ?? self
    return plain == .share || plain.rawValue.hasSuffix(".share")
      || [.zoneBelow, .zoneInside, .zoneAbove].contains(plain)
  }

  /// The lowest and the highest value it can have, whatever the scale; nil where that depends on the scale or on nothing.
  package var range: ClosedRange<Double>? {
    if isShare { return 0...1 }
    return (unweighted ?? self) == .nps ? -100...100 : nil
  }
}

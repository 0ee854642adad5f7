import Audit

extension ConfigurationReader {
  /// The limits of methodology §11 that this version acts on; the others are accepted with a warning.
  static func readThresholds(_ reader: inout MappingReader) -> Thresholds {
    var thresholds = Thresholds()
    _ = reader.mapping("thresholds") { child in
      child.set(&thresholds.confidence, "confidence", in: 0.5...0.9999)
      child.set(&thresholds.falseDiscovery, "false-discovery", in: 0.0001...0.5)
      child.set(&thresholds.reach, "reach", in: 0...1)
      child.set(&thresholds.critical, "critical", in: 0...1)
      child.set(&thresholds.major, "major", in: 0...1)
      child.set(&thresholds.minor, "minor", in: 0...1)
      child.set(&thresholds.required, "required", in: 0...1)
      child.set(&thresholds.icc, "icc", in: 0...1)
      child.set(&thresholds.alpha, "alpha", in: 0...1)
      child.set(&thresholds.itemRest, "item-rest", in: 0...1)
      if let parity = child.number("parity", in: 0.000_001...1000) { thresholds.parity = parity }
      if let knowledge = child.number("knowledge", in: 0...1000) { thresholds.knowledge = knowledge }
      if let effect = child.number("effect", in: 0...10) { thresholds.effect = effect }
      if let credibility = child.number("credibility", in: 0...1_000_000) { thresholds.credibility = credibility }
      if let pairs = child.integer("exact-pairs", in: 0...500) { thresholds.exactPairs = pairs }
      if thresholds.critical < thresholds.major || thresholds.major < thresholds.minor {
        child.report(.configClassOrder(at: child.source.place(of: child.mapping.span)))
      }
      child.warnUnused("power", "agreement", "drivers", "baseline-waves", "raking", "jackknife")
    }
    return thresholds
  }
}

extension MappingReader {
  fileprivate mutating func set(_ value: inout Double, _ key: String, in range: ClosedRange<Double>) {
    if let found = share(key, in: range) { value = found }
  }
}

extension Measurement {
  /// Of a parity: raw difference and that at the same touchpoints point opposite ways, the latter by more than chance
  /// (methodology 4.1, Simpson's paradox).
  package var isReversedByMix: Bool { self[.cmhReversed] == 1 && (self[.cmhP] ?? 1) <= 0.05 }
}

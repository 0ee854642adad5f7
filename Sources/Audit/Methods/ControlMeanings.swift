/// How far an outcome varies from wave to wave where nothing special happens.
enum ControlMeaning {
  static let centre = StatisticMeaning(
    Phrase("The level of the first eight waves."), Phrase("Σx/Σn of shares, else the mean of the waves' figures"),
    .wheeler)

  static func limit(_ sign: String) -> StatisticMeaning {
    StatisticMeaning(
      sign == "−"
        ? Phrase("The lower end of what waves vary by where nothing special happens.")
        : Phrase("The upper end of what waves vary by where nothing special happens."),
      Phrase(
        """
        shares: p̄ \(sign) 3√(p̄(1 − p̄)/n), times σ_z (Laney) where a wave has over 500 answers or σ_z is over 1.2; else \
        x̄ \(sign) 3·(mean step between neighbours)/1.128
        """), .wheeler, from: [.controlCentre])
  }

  static let signal = StatisticMeaning(
    Phrase("Whether the wave falls out of that: 1 above, −1 below, 0 not."),
    Phrase("outside the limits, or the eighth in a row on one side of the centre"), .wheeler,
    from: [.controlCentre, .controlLow, .controlHigh])
}

/// The same people in two waves.
enum PairedMeaning {
  static let n = StatisticMeaning(
    Phrase("Respondents who are in both waves with one row each and have a value both times."), Phrase("count"),
    .counting)

  static let difference = StatisticMeaning(
    Phrase("How those who answered both times changed on average."),
    Phrase("mean of d = later − earlier, person by person"),
    .student, from: [.pairedN],
    sure: [
      .pairedSD, .pairedSE, .pairedDF, .pairedT, .pairedP, .pairedPExact, .pairedChi2, .pairedLow, .pairedHigh,
      .pairedDz,
    ])

  static let sd = StatisticMeaning(
    Phrase("How much people differ in how they changed."), Phrase("√(Σ(d − mean d)²/(n − 1))"), .student)

  static let se = StatisticMeaning(
    Phrase("How much that would vary from sample to sample."), Phrase("s/√n"), .student, from: [.pairedSD, .pairedN])

  static func bound(_ sign: String) -> StatisticMeaning {
    StatisticMeaning(
      sign == "−"
        ? Phrase("The lower end of the range of changes that those who answered both times leave plausible.")
        : Phrase("The upper end of the range of changes that those who answered both times leave plausible."),
      Phrase("mean d \(sign) t(1 − α/2; n − 1)·s/√n"), .student, from: [.pairedDifference, .pairedSE])
  }

  static let t = StatisticMeaning(
    Phrase("The average change in units of its standard error."), Phrase("mean d/(s/√n)"), .student,
    from: [.pairedDifference, .pairedSE])

  static let df = StatisticMeaning(Phrase("Degrees of freedom."), Phrase("n − 1"), .student, from: [.pairedN])

  static let p = StatisticMeaning(
    Phrase("How often chance alone changes people as much on average."),
    Phrase("2·P(T > |t|), n − 1 df; of shares McNemar’s P(χ² > χ²₁), below 25 changes the exact p"), .mcNemar,
    from: [.pairedT, .pairedDF, .pairedChi2])

  static let exact = StatisticMeaning(
    Phrase("The same by trying all signs of the changes; up to 50 people who changed."),
    Phrase("2·P(sum of randomly signed |d| ≤ the smaller side), at most 1"), .fisher, from: [.pairedDifference])

  static let chi2 = StatisticMeaning(
    Phrase("How unevenly those who changed went one way and the other."), Phrase("(b − c)²/(b + c), 1 df"), .mcNemar)

  static let dz = StatisticMeaning(
    Phrase("The average change in standard deviations of the changes."), Phrase("mean d/s"), .lakens,
    from: [.pairedDifference, .pairedSD])
}

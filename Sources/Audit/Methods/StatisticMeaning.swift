/// What a statistic is: for a manager, for a statistician, and where it comes from.
package struct StatisticMeaning: Hashable, Sendable {
  /// One plain sentence.
  package var plain: Phrase
  package var formula: Phrase
  package var source: PublishedSource
  /// Figures of the same subject that it is made of, those that are needed first standing first.
  package var basis: [Statistic]
  /// Figures of the same subject that say how sure it is.
  package var certainty: [Statistic]

  package init(
    _ plain: Phrase, _ formula: Phrase, _ source: PublishedSource, from basis: [Statistic] = [],
    sure certainty: [Statistic] = []
  ) {
    self.plain = plain
    self.formula = formula
    self.source = source
    self.basis = basis
    self.certainty = certainty
  }
}

extension Statistic {
  /// All figures of the same subject that lead to this one, those that are needed first standing first.
  package func steps(in kind: SubjectKind) -> [Statistic] {
    var steps: [Statistic] = []
    for statistic in meaning(in: kind).basis where statistic != self {
      for step in statistic.steps(in: kind) + [statistic] where !steps.contains(step) { steps.append(step) }
    }
    return steps
  }
}

/// What a mean, its spread and its test are of.
enum Quantity {
  case expectation, perception, gap, target, adequacy, superiority, answer

  /// Ends a sentence, after "The average of" or a colon.
  fileprivate var words: Phrase {
    switch self {
    case .expectation: Phrase("what customers expect, or the level of the standard that stands in for it")
    case .perception: Phrase("what customers say they get")
    case .gap:
      Phrase("what each customer gets less what that customer expects (or less the standard); below 0 is short")
    case .target:
      Phrase("what each customer gets less the answer from which a customer counts as satisfied; below 0 is short")
    case .adequacy:
      Phrase("what each customer gets less the least that customer finds acceptable; below 0 is unacceptable")
    case .superiority:
      Phrase("what each customer gets less what that customer wishes for; above 0 is more than is wished for")
    case .answer: Phrase("the answers")
    }
  }

  fileprivate var symbol: Phrase {
    switch self {
    case .expectation: Phrase("x = e")
    case .perception: Phrase("x = p")
    case .gap: Phrase("x = p − e")
    case .target: Phrase("x = p − level")
    case .adequacy: Phrase("x = p − minimum")
    case .superiority: Phrase("x = p − desired")
    case .answer: Phrase("x the answer")
    }
  }

  private var source: PublishedSource {
    switch self {
    case .expectation, .perception, .gap, .target: .servqual
    case .adequacy, .superiority: .zone
    case .answer: .counting
    }
  }

  func mean(from basis: [Statistic] = [], sure certainty: [Statistic]) -> StatisticMeaning {
    StatisticMeaning(
      Phrase("The average of \(words)."), Phrase("Σx/n, \(symbol)"), source, from: basis, sure: certainty)
  }

  func sd() -> StatisticMeaning {
    StatisticMeaning(
      Phrase("How far apart customers are (standard deviation): \(words)."),
      Phrase("s = √((n·Σx² − (Σx)²)/(n(n − 1))), \(symbol)"),
      source)
  }

  func se(from sd: Statistic) -> StatisticMeaning {
    StatisticMeaning(
      Phrase("How much the average would vary from sample to sample: \(words)."),
      Phrase(
        "s/√n, times √((N − n)/(N − 1)) where a known population N of at most 200 is asked in large part; \(symbol)"),
      .student, from: [sd])
  }

  func t(_ mean: Statistic, _ se: [Statistic]) -> StatisticMeaning {
    StatisticMeaning(
      Phrase("The average in units of its standard error, against a true average of 0: \(words)."),
      Phrase("t = mean/se, \(symbol)"),
      .student, from: [mean] + se)
  }

  func df() -> StatisticMeaning {
    StatisticMeaning(Phrase("Degrees of freedom of the t test."), Phrase("n − 1"), .student)
  }

  func p(_ t: Statistic, _ df: Statistic) -> StatisticMeaning {
    StatisticMeaning(
      Phrase("How often chance alone gives an average as far from 0: \(words)."),
      Phrase("2·P(T > |t|), T Student with n − 1 df"),
      .student,
      from: [t, df])
  }

  func exact(_ mean: Statistic) -> StatisticMeaning {
    StatisticMeaning(
      Phrase(
        """
        The same chance without assuming a bell shape: the share of all ways to turn signs around that give a sum as \
        far out.
        """
      ),
      Phrase("2·P(smaller side ≤ observed) over the 2^m signs of the m rows that differ from 0, at most 1; \(symbol)"),
      .fisher,
      from: [mean])
  }

  func q(_ p: [Statistic]) -> StatisticMeaning {
    StatisticMeaning(
      Phrase("The chance of a false alarm, corrected for all tests of the wave that can make a finding."),
      Phrase("q of the i-th smallest of m: min over j ≥ i of p_j·m/j, at most 1; the exact p where there is one"),
      .benjaminiHochberg, from: p)
  }

  func dz(_ mean: Statistic, _ sd: [Statistic]) -> StatisticMeaning {
    StatisticMeaning(
      Phrase("The average in standard deviations: \(words)."), Phrase("mean/s, \(symbol)"), .lakens, from: [mean] + sd)
  }

  func bound(_ sign: String, _ basis: [Statistic]) -> StatisticMeaning {
    StatisticMeaning(
      sign == "−"
        ? Phrase("The lower end of the range of averages that the answers leave plausible: \(words).")
        : Phrase("The upper end of the range of averages that the answers leave plausible: \(words)."),
      Phrase("mean \(sign) t(1 − α/2; n − 1)·s/√n, \(symbol)"), .student, from: basis)
  }
}

/// The ends of intervals that many subjects have.
extension StatisticMeaning {
  static func wilson(_ sign: String, of share: Statistic) -> StatisticMeaning {
    StatisticMeaning(
      sign == "−"
        ? Phrase("The lower end of the range of shares that the answers leave plausible.")
        : Phrase("The upper end of the range of shares that the answers leave plausible."),
      Phrase("(p + z²/2n \(sign) z·√(p(1 − p)/n + z²/4n²))/(1 + z²/n)"), .wilson, from: [share])
  }

  static func weightedBound(_ sign: String, of mean: Statistic) -> StatisticMeaning {
    StatisticMeaning(
      sign == "−"
        ? Phrase("The lower end of the interval of the weighted average.")
        : Phrase("The upper end of the interval of the weighted average."),
      Phrase(
        "mean \(sign) t(1 − α/2; df)·se, df = n_eff − 1; of answers brought to the shares of one segment n − values"),
      .kish,
      from: [mean])
  }

  static func weightedShareBound(_ sign: String, of share: Statistic) -> StatisticMeaning {
    StatisticMeaning(
      sign == "−"
        ? Phrase("The lower end of the interval of the weighted share.")
        : Phrase("The upper end of the interval of the weighted share."),
      Phrase("Wilson's interval at n_eff = (Σw)²/Σw² answers"), .kish, from: [share])
  }

  static func ratioBound(_ sign: String, of share: Statistic) -> StatisticMeaning {
    StatisticMeaning(
      sign == "−"
        ? Phrase("The lower end of the range that the visits leave plausible.")
        : Phrase("The upper end of the range that the visits leave plausible."),
      Phrase("R \(sign) t(1 − α/2; n − 1)·√(n/(n − 1)·Σ(g − R·a)²)/Σa"), .cochran, from: [share])
  }
}

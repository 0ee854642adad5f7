/// d_av, the mean difference in units of the average standard deviation of the two columns.
///
/// gap/((s_E + s_P)/2), signed; comparable with a difference between groups (Lakens 2013, Front. Psychol. 4:863, eq. 10).
///
/// - Parameters:
///   - gapMean: The mean difference, perception minus expectation.
///   - sdExpectation: The standard deviation of expectations over the pairs.
///   - sdPerception: The standard deviation of perceptions over the pairs.
/// - Returns: The effect; `zero_variance` where neither column varies; else the reason of the first that is lacking.
public func averageStandardizedDifference(gapMean: Estimate, sdExpectation: Estimate, sdPerception: Estimate)
  -> Estimate
{
  gapMean.flatMap { gap in
    sdExpectation.flatMap { expectation in
      sdPerception.flatMap { perception in
        let average = (expectation + perception) / 2
        return average > 0 ? Estimate(finite: gap / average) : .unavailable(.zeroVariance)
      }
    }
  }
}

/// Pearson's correlation of a pair of columns from the variances of both and of their difference.
///
/// (Var E + Var P − Var D)/(2·s_E·s_P), clamped to −1…1, by the identity Var(P − E) = Var E + Var P − 2 Cov.
///
/// - Parameters:
///   - varianceExpectation: The variance of the first column over the pairs.
///   - variancePerception: The variance of the second column over the pairs.
///   - varianceDifference: The variance of the differences over the same pairs.
/// - Returns: The correlation; `zero_variance` where a column does not vary; else the reason of the first that is
///   lacking.
public func correlation(
  varianceExpectation: Estimate, variancePerception: Estimate, varianceDifference: Estimate
) -> Estimate {
  varianceExpectation.flatMap { expectation in
    variancePerception.flatMap { perception in
      varianceDifference.flatMap { difference in
        let product = (expectation * perception).squareRoot()
        guard product > 0 else { return .unavailable(.zeroVariance) }
        return .value(max(-1, min(1, (expectation + perception - difference) / (2 * product))))
      }
    }
  }
}

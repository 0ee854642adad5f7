import Statistics
import Testing

/// Relative errors allowed: 1e-12 for ordinary probabilities, 1e-9 in tails down to 1e-300.
private func tolerance(_ expected: Double) -> Double {
  expected > 1e-30 ? 1e-12 : 1e-9
}

@Suite struct DistributionTests {
  @Test func normalTailsAgreeWithReference() {
    for row in Fixtures.rows(Fixtures.normalUpperTail) {
      #expect(agree(Normal.upperTail(row[0]), row[1], within: tolerance(row[1])), "z \(row[0])")
    }
  }

  @Test func normalQuantilesAgreeWithReference() {
    for row in Fixtures.rows(Fixtures.normalQuantile) {
      #expect(agree(Normal.quantile(row[0]), row[1], within: 2e-15), "p \(row[0])")
    }
  }

  @Test func studentTailsAgreeWithReference() {
    for row in Fixtures.rows(Fixtures.studentUpperTail) {
      let tail = StudentT(df: row[0]).upperTail(row[1])
      #expect(agree(tail, row[2], within: tolerance(row[2])), "df \(row[0]) t \(row[1]): \(tail) \(row[2])")
    }
  }

  @Test func studentQuantilesAgreeWithReference() {
    for row in Fixtures.rows(Fixtures.studentQuantile) {
      let t = StudentT(df: row[0]).quantile(row[1])
      #expect(agree(t, row[2], within: abs(row[2]) < 1e9 ? 1e-12 : 1e-9), "df \(row[0]) p \(row[1]): \(t) \(row[2])")
    }
  }

  @Test func fisherTailsAgreeWithReference() {
    for row in Fixtures.rows(Fixtures.fisherUpperTail) {
      let tail = FisherF(df1: row[0], df2: row[1]).upperTail(row[2])
      #expect(
        agree(tail, row[3], within: tolerance(row[3])), "df \(row[0]) \(row[1]) f \(row[2]): \(tail) \(row[3])")
    }
  }

  @Test func fisherQuantilesAgreeWithReference() {
    for row in Fixtures.rows(Fixtures.fisherQuantile) {
      let f = FisherF(df1: row[0], df2: row[1]).quantile(row[2])
      #expect(agree(f, row[3], within: 1e-12), "df \(row[0]) \(row[1]) p \(row[2]): \(f) \(row[3])")
    }
  }

  @Test func chiSquaredTailsAgreeWithReference() {
    for row in Fixtures.rows(Fixtures.chiSquaredUpperTail) {
      let tail = ChiSquared(df: row[0]).upperTail(row[1])
      #expect(agree(tail, row[2], within: tolerance(row[2])), "df \(row[0]) x \(row[1]): \(tail) \(row[2])")
    }
  }

  @Test func binomialTailsAgreeWithReference() {
    for row in Fixtures.rows(Fixtures.binomialTails) {
      let (x, n, p) = (Int(row[0]), Int(row[1]), row[2])
      let (lower, upper) = (Binomial.lowerTail(x, n: n, p: p), Binomial.upperTail(x, n: n, p: p))
      #expect(agree(lower, row[3], within: 1e-11), "x \(x) n \(n) p \(p): \(lower) \(row[3])")
      #expect(agree(upper, row[4], within: 1e-11), "x \(x) n \(n) p \(p): \(upper) \(row[4])")
    }
  }

  @Test func figuresOfTheMethodologyComeOutToSixDigits() {
    #expect(printed(Normal.quantile(0.975), as: 1.959964))
    #expect(printed(StudentT(df: 9).quantile(0.975), as: 2.262157))
    #expect(printed(StudentT(df: 7.3).twoSided(2.5), as: 0.03965))
    #expect(printed(ChiSquared(df: 2).upperTail(5.99), as: 0.050037))
    #expect(printed(FisherF(df1: 3, df2: 40).upperTail(3.1), as: 0.037345))
    #expect(printed(FisherF(df1: 9, df2: 27).quantile(0.975), as: 2.630856))
  }

  @Test func tailsAreComplementsAcrossZero() {
    for z in stride(from: -6.0, through: 6, by: 0.37) {
      #expect(abs(Normal.upperTail(z) + Normal.upperTail(-z) - 1) < 1e-15)
      #expect(abs(StudentT(df: 4.5).upperTail(z) + StudentT(df: 4.5).upperTail(-z) - 1) < 1e-15)
      #expect(Normal.twoSided(z) == Normal.twoSided(-z))
    }
  }

  @Test func endsOfTheRangeAreExact() {
    let largest = Double.greatestFiniteMagnitude
    #expect(Normal.upperTail(.infinity) == 0)
    #expect(Normal.upperTail(-.infinity) == 1)
    #expect(StudentT(df: 3).upperTail(.infinity) == 0)
    #expect(StudentT(df: 3).twoSided(0) == 1)
    #expect(StudentT(df: 1e6).upperTail(largest) == 0)
    #expect(agree(StudentT(df: 1).twoSided(1e200), 2 / (Double.pi * 1e200), within: 1e-12))
    #expect(FisherF(df1: 3, df2: 5).upperTail(0) == 1)
    #expect(FisherF(df1: 3, df2: 5).upperTail(.infinity) == 0)
    #expect(ChiSquared(df: 3).upperTail(0) == 1)
    #expect(ChiSquared(df: 3).upperTail(.infinity) == 0)
    #expect(Binomial.lowerTail(-1, n: 5, p: 0.5) == 0)
    #expect(Binomial.lowerTail(5, n: 5, p: 0.5) == 1)
    #expect(Binomial.upperTail(0, n: 5, p: 0.5) == 1)
    #expect(Binomial.upperTail(6, n: 5, p: 0.5) == 0)
    #expect(Binomial.lowerTail(2, n: 5, p: 0) == 1)
    #expect(Binomial.lowerTail(2, n: 5, p: 1) == 0)
    #expect(Binomial.upperTail(2, n: 5, p: 1) == 1)
  }
}

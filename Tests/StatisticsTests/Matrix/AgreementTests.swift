import Statistics
import TestSupport
import Testing

@Suite struct AgreementTests {
  private static let table = [[20, 5, 1], [4, 15, 6], [2, 3, 14]]

  /// Twelve units of four raters; nil for a gap.
  private static let units: [[Int?]] = [
    [1, 1, nil, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4], [4, 4, 4, 4], [1, 1, 2, 1],
    [2, 2, 2, 2], [nil, 5, 5, 5], [nil, nil, 1, 1], [nil, nil, 3, nil],
  ]

  private static let levels: [(KrippendorffAlpha.Level, Double)] = [
    (.nominal, 0.743421), (.ordinal, 0.815388), (.interval, 0.849107),
  ]

  @Test("X10: κ of two raters, plain and weighted") func kappa() {
    let plain = CohenKappa(Self.table)
    #expect(plain.n == 70 && plain.rawAgreement == .value(0.7))
    #expect(printed(plain.kappa, as: 0.547692) && printed(plain.se, as: 0.082387))
    #expect(printed(CohenKappa(Self.table, weighting: .linear).kappa, as: 0.608392))
    #expect(printed(CohenKappa(Self.table, weighting: .quadratic).kappa, as: 0.670330))
    let margin = (plain.high.value ?? 0) - (plain.kappa.value ?? 0)
    #expect(agree(margin, 1.959963984540054 * (plain.se.value ?? 0), within: 1e-12))
  }

  @Test("X10: α of any number of raters", arguments: levels)
  func alpha(level: KrippendorffAlpha.Level, expected: Double) {
    let agreement = KrippendorffAlpha(Self.units, level: level)
    #expect(printed(agreement.alpha, as: expected))
    // The last unit has one rating alone.
    #expect(agreement.units == 11 && agreement.ratings == 40)
  }

  @Test("Statsmodels' κ and errors", arguments: Fixtures.rows(Fixtures.cohenKappa))
  func referenceOfKappa(row: [Double]) {
    var reader = FixtureReader(row)
    let size = reader.whole()
    let table = (0..<size).map { _ in reader.wholes(size) }
    for weighting in CohenKappa.Weighting.allCases {
      let kappa = CohenKappa(table, weighting: weighting)
      #expect(agree(kappa.kappa, reader.number(), within: 1e-9))
      #expect(agree(kappa.se, reader.number(), within: 1e-9))
    }
    #expect(reader.isAtEnd)
  }

  @Test("α of every pair, one by one", arguments: Fixtures.rows(Fixtures.krippendorff))
  func referenceOfAlpha(row: [Double]) {
    var reader = FixtureReader(row)
    let (units, raters) = (reader.whole(), reader.whole())
    let ratings = (0..<units).map { _ in reader.wholes(raters).map { $0 == 0 ? nil : $0 } }
    for level in KrippendorffAlpha.Level.allCases {
      #expect(agree(KrippendorffAlpha(ratings, level: level).alpha, reader.number(), within: 1e-9))
    }
    #expect(reader.isAtEnd)
  }

  @Test("κ does not ask which rater is which, nor the plain one what categories are called")
  func symmetry() {
    var generator = SeededGenerator(seed: 41)
    for _ in 0..<300 {
      let size = Int.random(in: 2...5, using: &generator)
      let table = (0..<size).map { _ in (0..<size).map { _ in Int.random(in: 0...20, using: &generator) } }
      let turned = (0..<size).map { row in table.map { $0[row] } }
      for weighting in CohenKappa.Weighting.allCases {
        let (one, other) = (CohenKappa(table, weighting: weighting), CohenKappa(turned, weighting: weighting))
        #expect(one.kappa == other.kappa && one.rawAgreement == other.rawAgreement)
        #expect(abs((one.se.value ?? 0) - (other.se.value ?? 0)) < 1e-13)
        #expect(one.kappa.value.map { $0 <= 1 } ?? true)
      }
      let order = Array(0..<size).shuffled(using: &generator)
      let renamed = order.map { row in order.map { table[row][$0] } }
      #expect(CohenKappa(renamed).kappa == CohenKappa(table).kappa)
    }
  }

  @Test("Two categories are weighted in only one way")
  func twoCategories() {
    let kappas = CohenKappa.Weighting.allCases.map { CohenKappa([[31, 4], [7, 18]], weighting: $0) }
    #expect(kappas[1] == kappas[0] && kappas[2] == kappas[0])
  }

  @Test("α asks neither for the order of units nor of raters, to the last bit")
  func order() {
    var generator = SeededGenerator(seed: 42)
    for _ in 0..<300 {
      let units = (0..<Int.random(in: 1...20, using: &generator)).map { _ in
        let level = Int.random(in: 1...4, using: &generator)
        return (0..<Int.random(in: 0...5, using: &generator)).map { _ -> Int? in
          Bool.random(using: &generator) ? level : Int.random(in: 1...4, using: &generator)
        }
      }
      let shuffled = units.shuffled(using: &generator).map { ($0 + [nil]).shuffled(using: &generator) }
      for level in KrippendorffAlpha.Level.allCases {
        let alpha = KrippendorffAlpha(units, level: level)
        #expect(KrippendorffAlpha(shuffled, level: level) == alpha)
        #expect(alpha.alpha.value.map { $0 <= 1 } ?? true)
      }
      // Equal steps: differences of numbers do not depend on the step; ranks not on numbers at all.
      let stretched = units.map { $0.map { $0.map { 7 * $0 - 3 } } }
      let interval = KrippendorffAlpha(units, level: .interval).alpha
      #expect(agree(KrippendorffAlpha(stretched, level: .interval).alpha, interval, within: 1e-12))
      let squared = units.map { $0.map { $0.map { $0 * $0 } } }
      #expect(KrippendorffAlpha(squared, level: .ordinal) == KrippendorffAlpha(units, level: .ordinal))
    }
  }

  private static let limits: [([[Int?]], KrippendorffAlpha.Firmness?)] = [
    ([[1, 1], [2, 2], [3, 3]], .firm), ([[1, 2], [2, 1]], .unreliable), ([[1, 1]], nil), (units, .tentative),
  ]

  @Test("α is firm from 0.8, tentative from 0.667", arguments: limits)
  func firmness(units: [[Int?]], expected: KrippendorffAlpha.Firmness?) {
    #expect(KrippendorffAlpha(units, level: .nominal).firmness() == expected)
  }

  @Test("Edges: nothing rated, one category alone, one unit")
  func edges() {
    #expect(CohenKappa([[0, 0], [0, 0]]).rawAgreement == .unavailable(.noData))
    #expect(CohenKappa([]).kappa == .unavailable(.noData))
    let same = CohenKappa([[9, 0], [0, 0]])
    #expect(same.rawAgreement == .value(1) && same.kappa == .unavailable(.noVariation))
    let one = CohenKappa([[0, 1], [0, 0]])
    #expect(one.kappa == .value(0) && one.se == .unavailable(.nLt2))
    let perfect = CohenKappa([[5, 0], [0, 5]])
    #expect(perfect.kappa == .value(1) && perfect.se == .value(0) && perfect.low == .unavailable(.zeroVariance))
    #expect(KrippendorffAlpha([], level: .ordinal).alpha == .unavailable(.noData))
    #expect(KrippendorffAlpha([[1], [nil, 2]], level: .ordinal).rawAgreement == .unavailable(.noData))
    let constant = KrippendorffAlpha([[2, 2], [2, 2, 2]], level: .nominal)
    #expect(constant.alpha == .unavailable(.noVariation) && constant.rawAgreement == .value(1))
  }
}

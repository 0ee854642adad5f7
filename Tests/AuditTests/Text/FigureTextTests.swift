import Audit
import Testing

/// Numbers as people read them.
struct FigureTextTests {
  @Test(
    "decimals are rounded half to even on the digits a person would write",
    arguments: [
      (1.25, 1, "1.2"), (1.35, 1, "1.4"), (0.15, 1, "0.2"), (2.675, 2, "2.68"), (-1.7, 1, "−1.7"), (-0.04, 1, "0.0"),
      (0, 1, "0.0"), (1842, 0, "1,842"), (1_234_567.5, 0, "1,234,568"), (9.96, 1, "10.0"), (1e-9, 2, "0.00"),
      (0.5, 0, "0"), (1.5, 0, "2"), (.infinity, 1, "–"), (.nan, 1, "–"), (99999.95, 1, "100,000.0"),
    ])
  func fixed(value: Double, decimals: Int, text: String) {
    #expect(FigureText.fixed(value, decimals: decimals) == text)
  }

  @Test("what is above zero after rounding has a plus sign", arguments: [(21, "+21"), (0.2, "0"), (-3, "−3")])
  func signed(value: Double, text: String) {
    #expect(FigureText.signed(value, decimals: 0) == text)
  }

  @Test(
    "shares become per cent exactly",
    arguments: [
      (0.62, 0, "62\u{202F}%"), (0.285, 0, "28\u{202F}%"), (0.285, 1, "28.5\u{202F}%"), (0, 0, "0\u{202F}%"),
      (1, 0, "100\u{202F}%"),
    ]
  )
  func percent(share: Double, decimals: Int, text: String) {
    #expect(FigureText.percent(share, decimals: decimals) == text)
  }

  @Test("ranges say one number where both ends round to it")
  func ranges() {
    #expect(FigureText.percentRange(0.58, 0.66) == "58 to 66\u{202F}%")
    #expect(FigureText.percentRange(0.581, 0.583) == "58\u{202F}%")
    #expect(FigureText.range(1.51, 1.94, decimals: 1) == "1.5 to 1.9")
  }

  @Test(
    "counts have separated thousands and a plural",
    arguments: [
      (1, "1 answer"), (0, "0 answers"), (214, "214 answers"), (1842, "1,842 answers"),
      (1_000_000, "1,000,000 answers"),
    ])
  func counts(number: Int, text: String) {
    #expect(CountWords.of(number, .answer) == text)
  }
}

import Audit
import TestSupport
import Testing

@testable import Render

struct NumberTests {
  @Test(
    "a value has twelve significant digits at most and no trailing zeros",
    arguments: [
      (0.0, "0"), (-0.0, "0"), (1.0, "1"), (0.35, "0.35"), (-18.12, "-18.12"), (1842.0, "1842"),
      (1.0 / 3, "0.333333333333"), (2.0 / 3, "0.666666666667"), (123456789.123456789, "123456789.123"),
      (1e-5, "0.00001"), (9.9999e-6, "9.9999e-6"), (1.5e-7, "1.5e-7"), (-2.5e-300, "-2.5e-300"),
      (999_999_999_999_999.0, "1e15"), (999_999_999_999.0, "999999999999"), (1e15, "1e15"), (1.25e20, "1.25e20"),
      (123456789012345.0, "123456789012000"), (0.1 + 0.2, "0.3"), (.leastNonzeroMagnitude, "5e-324"),
      (1.000000000005, "1"), (1.000000000015, "1.00000000002"),
    ] as [(Double, String)])
  func canonical(value: Double, text: String) {
    #expect(CanonicalNumber.text(value) == text)
  }

  @Test(
    "twelve digits are those of the number's shortest digits, rounded half to even", arguments: [1, 2, 3] as [UInt64])
  func canonicalDigits(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20_000 {
      var value = Double.random(in: 0.1..<1, using: &generator)
      value *= (0..<Int.random(in: 0...14, using: &generator)).reduce(1.0) { scale, _ in scale * 10 }
      if Bool.random(using: &generator) { value = 1 / (value * value) }
      // Numbers of thirteen digits that end in 5 lie between two of twelve.
      if Int.random(in: 0..<4, using: &generator) == 0 {
        value = Double(Int.random(in: 100_000_000_000..<1_000_000_000_000, using: &generator) * 10 + 5) / 1e9
      }
      let digits = try #require(DecimalDigits(value)?.rounded(significant: 12))
      let text = try #require(CanonicalNumber.text(value))
      #expect(DecimalDigits(try #require(Double(text))) == digits, "\(value) became \(text)")
      #expect(CanonicalNumber.text(-value) == "-" + text)
    }
  }

  @Test("infinities and not-a-number are never written", arguments: [Double.nan, .infinity, -.infinity])
  func notNumbers(value: Double) {
    #expect(CanonicalNumber.text(value) == nil)
    #expect(FigureText.fixed(value, decimals: 1) == "–")
  }

  @Test(
    "numbers are rounded half to even as their decimal digits stand",
    arguments: [
      (0.15, 1, "0.2"), (0.25, 1, "0.2"), (0.35, 1, "0.4"), (2.5, 0, "2"), (3.5, 0, "4"), (0.5, 0, "0"),
      (0.51, 0, "1"), (-1.7, 1, "−1.7"), (-0.04, 1, "0.0"), (9.96, 1, "10.0"), (1842.0, 0, "1,842"),
      (1_234_567.891, 2, "1,234,567.89"), (0.004, 2, "0.00"), (999.95, 1, "1,000.0"),
      (1e21, 0, "1,000,000,000,000,000,000,000"),
    ])
  func fixed(value: Double, decimals: Int, text: String) {
    #expect(FigureText.fixed(value, decimals: decimals) == text)
  }

  @Test("a plus sign stands before what is above zero, and only there")
  func signed() {
    #expect(FigureText.signed(21, decimals: 0) == "+21")
    #expect(FigureText.signed(0.04, decimals: 1) == "0.0")
    #expect(FigureText.signed(-0.4, decimals: 1) == "−0.4")
  }

  @Test("shares are percentages with a narrow space before the sign")
  func percent() {
    #expect(FigureText.percent(0.62) == "62\u{202F}%")
    #expect(FigureText.percent(0.285, decimals: 1) == "28.5\u{202F}%")
    #expect(FigureText.percent(0.575) == "58\u{202F}%")
    #expect(FigureText.percentRange(0.58, 0.66) == "58 to 66\u{202F}%")
    #expect(FigureText.range(0.94, 0.96, decimals: 1) == "0.9 to 1.0")
    #expect(FigureText.range(0.96, 1.04, decimals: 1) == "1.0")
  }

  @Test("a noun agrees with its count")
  func counts() {
    #expect(CountWords.of(1, .answer) == "1 answer")
    #expect(CountWords.of(0, .deficiency) == "0 deficiencies")
    #expect(CountWords.of(1842, .answer) == "1,842 answers")
    #expect(CountWords.list(["a", "b", "c"]) == "a, b and c")
    #expect(CountWords.spelled(6) == "six")
    #expect(CountWords.spelled(13) == "13")
  }

  @Test("text cannot leave its place in HTML")
  func escaping() {
    #expect(HTMLText.escape(#"<b a="x" b='y'>&</b>"#) == "&lt;b a=&quot;x&quot; b=&#39;y&#39;&gt;&amp;&lt;/b&gt;")
    #expect(HTMLText.escape("a\u{0}b\u{1B}c\td") == "a\u{FFFD}b\u{FFFD}c\td")
  }
}

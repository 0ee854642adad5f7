import CSV
import TestSupport
import Testing

@testable import Ingest

@Suite struct WeightReadingTests {
  /// A blank in front makes the reader look at every character; without one, plain numbers are read at a glance.
  @Test("plain numbers read as any others do", arguments: [false, true]) func plain(comma: Bool) {
    let reading = WeightReading(decimalComma: comma)
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<5000 {
      let text = String(
        (0..<Int.random(in: 0...16, using: &generator)).map { place in
          place > 0 && Int.random(in: 0..<6, using: &generator) == 0
            ? ".,-e٣".randomElement(using: &generator) ?? "." : "0012345678999".randomElement(using: &generator) ?? "0"
        })
      #expect(reading.weight(of: Array(text.utf8)) == reading.weight(of: Array((" " + text).utf8)), "\(text)")
    }
  }

  @Test(
    "weights are millionths, up to a million",
    arguments: [
      ("1", 1_000_000), ("0.5", 500_000), ("2.000001", 2_000_001), ("1000000", 1_000_000_000_000), ("0", 0),
      ("0000000.25", 250_000),
    ])
  func values(text: String, millionths: Int) {
    let weight = WeightReading(decimalComma: false).weight(of: Array(text.utf8))
    #expect(weight == .value(millionths, isRounded: false))
  }

  @Test("codes of no answer are no weights", arguments: ["99", "99.0", " 99", "099", "n/a", "N/A"])
  func codes(text: String) {
    let reading = WeightReading(missing: ["99", "N/A"], decimalComma: false)
    #expect(reading.weight(of: Array(text.utf8)) == .other(CellCode.missing))
    #expect(reading.weight(of: Array("98".utf8)) == .value(98_000_000, isRounded: false))
    #expect(reading.weight(of: Array("99.5".utf8)) == .value(99_500_000, isRounded: false))
  }

  @Test("what is beyond a million, or no number, is none") func none() {
    let reading = WeightReading(decimalComma: false)
    for text in ["1000000.000001", "1000001", "9999999", "1,5", "1.5.2", ".", ""] {
      if case .value = reading.weight(of: Array(text.utf8)) { Issue.record("\(text)") }
    }
  }
}

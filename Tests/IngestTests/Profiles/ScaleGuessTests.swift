import Audit
import Testing

@testable import Ingest

@Suite struct NumbersOnAScale {
  /// Value and count, the scale with the codes beside it.
  static let cases: [([Int: Int], String)] = [
    ([1: 9, 2: 9, 3: 30, 4: 30, 5: 30], "1…5"),
    ([0: 12, 1: 9, 2: 9, 3: 30, 4: 30, 5: 30], "1…5 [0]"),
    ([1: 9, 2: 9, 3: 30, 4: 30, 5: 30, 6: 2, 9: 4], "1…6 [9]"),
    ([1: 9, 2: 9, 3: 30, 4: 30, 5: 30, 9: 4], "1…5 [9]"),
    ([1: 9, 2: 9, 3: 30, 4: 30, 5: 30, 99: 4], "1…5 [99]"),
    ([-1: 5, 1: 9, 2: 9, 3: 30, 4: 30, 5: 30], "1…5 [-1]"),
    ([-2: 5, -1: 5, 1: 9, 2: 9, 3: 30], "1…3 [-2, -1]"),
    ([-2: 20, -1: 20, 0: 20, 1: 20, 2: 20], "-2…2"),
    ([0: 3, 3: 9, 7: 40, 8: 40, 9: 20, 10: 10], "0…10"),
    ([0: 3, 1: 9, 7: 40, 8: 40, 9: 20, 10: 10, 11: 2], "0…10 [11]"),
    ([1: 3, 2: 9, 3: 4, 4: 4, 5: 6, 6: 9, 7: 40, 8: 40, 9: 20, 10: 10, 11: 2], "1…11"),
    ([1: 40, 2: 40, 3: 40, 4: 40], "1…4"),
    // Too few to tell that nobody chose the end.
    ([1: 4, 2: 4, 3: 4, 4: 4], "1…5"),
    ([2: 4, 5: 4, 7: 4], "1…7"),
    ([1: 20, 3: 2, 50: 9, 77: 2, 88: 3, 90: 1, 100: 40], "1…100 slider"),
    ([18: 20, 35: 20, 64: 20], "none"),
    ([1: 20, 2: 20], "none"),
    ([1: 10, 2: 10, 3: 10, 4: 10, 5: 10, 6: 10, 7: 10, 8: 10, 9: 10, 10: 10, 11: 10, 12: 10], "none"),
  ]

  @Test(arguments: cases) func isFoundWithItsCodes(_ counts: [Int: Int], _ expected: String) {
    let values = counts.keys.sorted().map { ($0, counts[$0] ?? 0) }
    let found = NumericScale.alone(values)
    let text = found.map { found in
      found.scale.ends + (found.codes.isEmpty ? "" : " \(found.codes)") + (found.isSlider ? " slider" : "")
    }
    #expect((text ?? "none") == expected)
  }
}

@Suite struct WordsOnAScale {
  static let cases: [(String, String)] = [
    ("Poor|Fair|Good", "Poor 1, Fair 2, Good 3 of 3"),
    ("Excellent|Good|Fair|Poor", "Poor 1, Fair 2, Good 3, Excellent 4 of 4"),
    ("Very dissatisfied|Satisfied|Very satisfied", "Very dissatisfied 1, Satisfied 4, Very satisfied 5 of 5"),
    (
      "Strongly disagree|Disagree|Agree|Strongly agree|Neither agree nor disagree|N/A",
      "Strongly disagree 1, Disagree 2, Neither agree nor disagree 3, Agree 4, Strongly agree 5 of 5, N/A not-applicable"
    ),
    ("Never|Always|Sometimes|Often|Rarely", "Never 1, Rarely 2, Sometimes 3, Often 4, Always 5 of 5"),
    (
      "Critical to me|Somewhat useful|Not relevant for me",
      "Not relevant for me 1, Somewhat useful 2, Critical to me 3 of 3"
    ),
    (
      "sehr häufig|eher häufig|eher selten|selten|gar nicht",
      "gar nicht 1, selten 2, eher selten 3, eher häufig 4, sehr häufig 5 of 5"
    ),
    (
      "sehr zufrieden|zufrieden|teils/teils|unzufrieden|sehr unzufrieden",
      "sehr unzufrieden 1, unzufrieden 2, teils/teils 3, zufrieden 4, sehr zufrieden 5 of 5"
    ),
    (
      "Très satisfait(e)|Satisfait(e)|Insatisfait(e)|Très insatisfait(e)|Neutre",
      "Très insatisfait(e) 1, Insatisfait(e) 2, Neutre 3, Satisfait(e) 4, Très satisfait(e) 5 of 5"
    ),
    (
      "Muy de acuerdo|De acuerdo|En desacuerdo|Muy en desacuerdo|Indiferente",
      "Muy en desacuerdo 1, En desacuerdo 2, Indiferente 3, De acuerdo 4, Muy de acuerdo 5 of 5"
    ),
    ("1 (not at all)|2|3|4|5 (very)", "1 (not at all) 1, 5 (very) 5 of 5"),
    ("0 - Not at all likely|5|8|10 - Extremely likely", "0 - Not at all likely 0, 10 - Extremely likely 10 of 11"),
    (
      "Keine Angabe|Stimme eher zu|Stimme gar nicht zu|Stimme eher nicht zu|Stimme vollständig zu",
      "Stimme gar nicht zu 1, Stimme eher nicht zu 2, Stimme eher zu 3, Stimme vollständig zu 4 of 4, Keine Angabe missing"
    ),
    ("18-24|25-34|35-44", "none"), ("red|green|blue", "none"), ("Good", "none"), ("Good|blue", "none"),
  ]

  @Test(arguments: cases) func isFoundInItsOrder(_ texts: String, _ expected: String) {
    let levels = texts.split(separator: "|").map { ColumnProfile.Level(String($0), 20) }
    let found = LabelGuess.scale(of: levels)
    let labels = found?.scale.labels.map { "\($0.text) \($0.value)" }.joined(separator: ", ")
    let codes = found?.codes.map { ", \($0.text) \($0.meaning.rawValue)" }.joined() ?? ""
    #expect((labels.map { $0 + " of \(found?.scale.scale.levels ?? 0)" + codes } ?? "none") == expected)
  }

  @Test func keepsItsMiddleWhereFewHaveAnswered() {
    let few = ["Very dissatisfied", "Dissatisfied", "Satisfied", "Very satisfied"].map { ColumnProfile.Level($0, 3) }
    #expect(LabelGuess.scale(of: few)?.scale.scale.maximum == 5)
    let many = few.map { ColumnProfile.Level($0.text, 30) }
    #expect(LabelGuess.scale(of: many)?.scale.scale.maximum == 4)
  }
}

@Suite struct Days {
  @Test(arguments: [
    ("2026-03-31|2026-12-01 10:15:00", "YYYY-MM-DD"), ("31.03.2026|01.12.2026", "DD.MM.YYYY"),
    ("3/31/2026 10:01|12/1/2026 9:00", "MM/DD/YYYY"), ("31/3/2026|1/12/2026", "DD/MM/YYYY"),
    ("2026/03/31|2026/12/01", "YYYY/MM/DD"), ("1/2/2026|3/4/2026", "MM/DD/YYYY"), ("2026-03-31|31.03.2026", "none"),
    ("2026-13-01", "none"), ("1.2.3", "none"),
  ])
  func areReadInTheirPattern(_ texts: String, _ expected: String) {
    let shapes = texts.split(separator: "|").compactMap { WrittenDay(String($0)) }
    let pattern = DayOrder(shapes)
    let isDay = shapes.allSatisfy { $0.day(isDayFirst: pattern?.isDayFirst ?? false) != nil }
    #expect((isDay ? pattern?.text : nil) ?? "none" == expected)
  }
}

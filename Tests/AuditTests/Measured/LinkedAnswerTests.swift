import Foundation
import TestSupport
import Testing

@testable import Audit

@Suite("Answers of respondents who may come back") struct LinkedAnswerTests {
  private static func answers(_ rows: [(UInt64, [Int16])]) -> LinkedAnswers {
    LinkedAnswers(respondents: rows.map(\.0), levels: rows.flatMap(\.1), items: 1, outcomes: 1)
  }

  @Test("stand in the order of respondents, and those with several rows have none") func order() {
    let answers = Self.answers([
      (9, [1, 2, 3]), (2, [4, -1, 0]), (9, [1, 2, 3]), (5, [0, 0, 1]), (9, [0, 0, 0]),
    ])
    #expect(answers.respondents == [2, 5, 9])
    #expect(answers.levels == [4, -1, 0, 0, 0, 1, -1, -1, -1])
    #expect(answers.level(0, 0) == 4 && answers.level(0, 1) == nil && answers.level(2, 0) == nil)
  }

  @Test("of two files are those of both, whichever comes first") func merged() {
    let one = Self.answers([(3, [1, 1, 1]), (8, [2, 2, 2])])
    let two = Self.answers([(8, [2, 2, 2]), (1, [3, 3, 3])])
    let both = Self.answers([(1, [3, 3, 3]), (3, [1, 1, 1]), (8, [-1, -1, -1])])
    #expect(one.merged(with: two) == both && two.merged(with: one) == both)
    #expect(one.merged(with: LinkedAnswers(items: 1, outcomes: 1)) == one)
  }

  @Test("are paired by respondent") func pairs() {
    let one = Self.answers([(1, [0, 0, 0]), (4, [0, 0, 0]), (7, [0, 0, 0])])
    let two = Self.answers([(0, [0, 0, 0]), (4, [0, 0, 0]), (6, [0, 0, 0]), (7, [0, 0, 0]), (9, [0, 0, 0])])
    #expect(one.pairs(with: two).map { [$0.earlier, $0.later] } == [[1, 1], [2, 3]])
    #expect(one.pairs(with: LinkedAnswers(items: 1, outcomes: 1)).isEmpty)
  }

  @Test("come back from a file as they were") func coding() throws {
    var generator = SeededGenerator(seed: 5)
    let rows = (0..<500).map { _ in
      (
        UInt64.random(in: 0 ... .max, using: &generator),
        (0..<3).map { _ in Int16.random(in: -1...1000, using: &generator) }
      )
    }
    for answers in [Self.answers(rows), Self.answers([]), Self.answers([(0, [-1, 0, 1]), (.max, [1000, 2, 3])])] {
      let data = try JSONEncoder().encode(answers)
      #expect(try JSONDecoder().decode(LinkedAnswers.self, from: data) == answers)
    }
  }

  @Test(
    "that were damaged are refused",
    arguments: [
      #"{"respondents": "00", "levels": "", "width": 3}"#,
      #"{"respondents": "000000000000000g", "levels": "111", "width": 3}"#,
      #"{"respondents": "0000000000000001", "levels": "11", "width": 3}"#,
      #"{"respondents": "0000000000000001", "levels": "11 ", "width": 3}"#,
      #"{"respondents": "", "levels": "", "width": -1}"#,
    ])
  func damaged(_ json: String) {
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(LinkedAnswers.self, from: Data(json.utf8)) }
  }
}

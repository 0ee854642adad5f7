/// Two header rows where a question stands once, over the first of its columns, and its choices below it.
enum TwoRowHeader {
  /// Question and choice of each column; both are empty where neither row says anything.
  static func columns(_ questions: [String], over choices: [String]) -> [(question: String, choice: String)] {
    var question = ""
    return zip(questions, choices).map { above, choice in
      if !above.isEmpty { question = above }
      // A column without any header belongs to no question.
      return above.isEmpty && choice.isEmpty ? ("", "") : (question, choice)
    }
  }

  /// The rows look like questions over choices, whoever wrote them: gaps in the first, words under each of them.
  static func isLikely(_ sample: FormSample) -> Bool {
    guard sample.hasRow(1), let first = sample.first.first, !first.isEmpty else { return false }
    let (questions, choices) = (sample.first, sample.row(1))
    let gaps = questions.indices.filter { questions[$0].isEmpty }
    guard gaps.count >= 2, gaps.count * 4 >= questions.count, gaps.allSatisfy({ !choices[$0].isEmpty }),
      choices.count(where: \.isEmpty) * 10 <= choices.count, choices.allSatisfy({ !$0.isNumber })
    else { return false }
    // Choices of one question differ; answers in a row repeat each other.
    guard Set(choices).count * 10 >= choices.count * 8 else { return false }
    let repeated = choices.indices.count { sample.answers(ofColumn: $0, from: 2).contains(choices[$0]) }
    return repeated * 10 <= choices.count
  }
}

extension String {
  /// Digits and decimal signs alone, perhaps with a minus in front.
  var isNumber: Bool {
    let digits = utf8.drop { $0 == UInt8(ascii: "-") }
    return !digits.isEmpty
      && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || ".,".utf8.contains($0) }
  }
}

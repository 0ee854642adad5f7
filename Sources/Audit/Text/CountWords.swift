/// Counted things, with the noun in the right number: `1 answer`, `1,842 answers`.
package enum CountWords {
  /// Nouns that are counted.
  package enum Noun: Sendable {
    case answer, customer, visit, note, step, plan, deficiency, touchpoint, dimension, row, finding, test, comment
    case unit, observation, survey, segment, question, part, day, trouble, figure, wave
    case laterOne, mysteryVisit

    /// With `{1}` for the number.
    fileprivate func counted(_ number: String, isOne: Bool) -> Phrase {
      switch self {
      case .answer: isOne ? Phrase("\(number) answer") : Phrase("\(number) answers")
      case .customer: isOne ? Phrase("\(number) customer") : Phrase("\(number) customers")
      case .visit: isOne ? Phrase("\(number) visit") : Phrase("\(number) visits")
      case .note: isOne ? Phrase("\(number) note") : Phrase("\(number) notes")
      case .step: isOne ? Phrase("\(number) step") : Phrase("\(number) steps")
      case .plan: isOne ? Phrase("\(number) plan") : Phrase("\(number) plans")
      case .deficiency: isOne ? Phrase("\(number) deficiency") : Phrase("\(number) deficiencies")
      case .touchpoint: isOne ? Phrase("\(number) touchpoint") : Phrase("\(number) touchpoints")
      case .dimension: isOne ? Phrase("\(number) dimension") : Phrase("\(number) dimensions")
      case .row: isOne ? Phrase("\(number) row") : Phrase("\(number) rows")
      case .finding: isOne ? Phrase("\(number) finding") : Phrase("\(number) findings")
      case .test: isOne ? Phrase("\(number) test") : Phrase("\(number) tests")
      case .comment: isOne ? Phrase("\(number) comment") : Phrase("\(number) comments")
      case .unit: isOne ? Phrase("\(number) unit") : Phrase("\(number) units")
      case .observation: isOne ? Phrase("\(number) observation") : Phrase("\(number) observations")
      case .survey: isOne ? Phrase("\(number) survey") : Phrase("\(number) surveys")
      case .segment: isOne ? Phrase("\(number) segment") : Phrase("\(number) segments")
      case .question: isOne ? Phrase("\(number) question") : Phrase("\(number) questions")
      case .part: isOne ? Phrase("\(number) part") : Phrase("\(number) parts")
      case .day: isOne ? Phrase("\(number) day") : Phrase("\(number) days")
      case .trouble: isOne ? Phrase("\(number) trouble") : Phrase("\(number) troubles")
      case .figure: isOne ? Phrase("\(number) figure") : Phrase("\(number) figures")
      case .wave: isOne ? Phrase("\(number) wave") : Phrase("\(number) waves")
      case .laterOne: isOne ? Phrase("\(number) later one") : Phrase("\(number) later ones")
      case .mysteryVisit: isOne ? Phrase("\(number) mystery visit") : Phrase("\(number) mystery visits")
      }
    }
  }

  package static func of(_ count: Int, _ noun: Noun) -> String {
    noun.counted(FigureText.count(count), isOne: count == 1).text
  }

  /// In running text: `six touchpoints`, from thirteen on `13 touchpoints`.
  package static func spelled(_ count: Int, _ noun: Noun) -> String {
    noun.counted(spelled(count), isOne: count == 1).text
  }

  /// The number alone: `six`, from thirteen on `13`.
  package static func spelled(_ count: Int) -> String {
    let words: [Phrase] = [
      Phrase("no", as: "number"), Phrase("one", as: "number"), Phrase("two"), Phrase("three"), Phrase("four"),
      Phrase("five"), Phrase("six"), Phrase("seven"), Phrase("eight"), Phrase("nine"), Phrase("ten"),
      Phrase("eleven"), Phrase("twelve"),
    ]
    return words.indices.contains(count) ? words[count].text : FigureText.count(count)
  }

  /// `a`, `a and b`, `a, b and c`.
  package static func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return say("\(parts.dropLast().joined(separator: ", ")) and \(last)", as: "list")
  }
}

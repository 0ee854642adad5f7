import Testing

@testable import Audit

/// Phrases in the language of the site.
@Suite struct PhraseTests {
  private static let german = Language(
    code: "de", formats: LanguageFormats(decimal: ",", group: ".", lowersNames: false, days: .english),
    messages: [
      "{1} of {2} customers": "von {2} Kunden {1}", "open [status]": "offen", "open [door]": "geöffnet",
      "{1} answers": "{1} Antworten", "{1} to {2} [range]": "{1} bis {2}", "lower": "untere",
      "the {1} end": "das {1} Ende",
    ])

  private func inGerman<Value>(_ body: () -> Value) -> Value {
    Language.$current.withValue(Self.german, operation: body)
  }

  @Test("English stands in the source") func english() {
    #expect(say("\("62 %") of \(611) customers") == "62 % of 611 customers")
    #expect(Phrase("\("a") of \("b") customers").key == "{1} of {2} customers")
    #expect(Phrase("open", as: "status").key == "open [status]")
    #expect(say("open", as: "status") == "open")
  }

  @Test("another language has its own words and their order") func german() {
    inGerman {
      #expect(say("\("62 %") of \(611) customers") == "von 611 Kunden 62 %")
      #expect(say("open", as: "status") == "offen")
      #expect(say("open", as: "door") == "geöffnet")
      #expect(say("the \(Phrase("lower")) end") == "das untere Ende")
    }
  }

  @Test("what a language has no words for is said in English") func missing() {
    #expect(inGerman { say("\("62 %") of \("them")") } == "62 % of them")
  }

  @Test("what is put in may look like an argument") func braces() {
    #expect(inGerman { say("\("{2}") of \("{1}") customers") } == "von {1} Kunden {2}")
  }

  @Test("a phrase is said in the language of the moment in which it is said") func later() {
    let phrase = Phrase("open", as: "status")
    #expect([phrase.text, inGerman { phrase.text }, phrase.text] == ["open", "offen", "open"])
  }

  @Test("numbers, counts and ranges are written as the language does") func numbers() {
    inGerman {
      #expect(FigureText.fixed(1842.25, decimals: 1) == "1.842,2")
      #expect(CountWords.of(1842, .answer) == "1.842 Antworten")
      #expect(FigureText.range(1.5, 1.9, decimals: 1) == "1,5 bis 1,9")
      #expect(LetterCase.inSentence("Filiale") == "Filiale")
    }
    #expect(LetterCase.inSentence("Branch") == "branch")
  }

  @Test("marks show what is said and what is put in") func marks() {
    Language.$current.withValue(.marked) {
      #expect(say("\("62 %") of \(611) customers") == "⟦⟨62 %⟩ of ⟨611⟩ customers⟧")
      #expect(say("open", as: "status") == "⟦open⟧")
    }
  }
}

import Testing

@testable import Ingest

@Suite struct HeaderIndexes {
  private let header = HeaderIndex([
    FormColumn(name: "Q1", question: "How was it?"),
    FormColumn(name: "Q2_1", question: "Rate us", option: "Staff", aliases: ["Rate us-Staff"]),
    FormColumn(name: "Q2_2", question: "Rate us", option: "Price", aliases: ["Rate us-Price"]),
    FormColumn(name: "one", question: "Again?"), FormColumn(name: "two", question: "Again?"),
    FormColumn(name: "How was it?", question: "Something else"), FormColumn(name: ""),
    FormColumn(name: "P1 Waiting time"), FormColumn(name: "P12"), FormColumn(name: "same"), FormColumn(name: "same"),
  ])

  @Test(arguments: [
    ("Q1", HeaderIndex.Match.column(0)), (" Q1\u{A0}", .column(0)), ("#2", .column(1)), ("#11", .column(10)),
    ("#12", .beyond), ("#0", .beyond), ("Rate us [Staff]", .column(1)), ("Rate us-Price", .column(2)),
    ("Rate  us\n<br>[Price]", .column(2)), ("Rate us", .ambiguous([1, 2])), ("Q2", .ambiguous([1, 2])),
    ("Again?", .repeated([3, 4])), ("How was it?", .column(5)), ("Something", .column(5)), ("P1", .column(7)),
    ("same", .repeated([9, 10])), ("", .missing), ("other", .missing), ("rate us [Staff]", .missing),
  ])
  func findsColumns(_ case: (name: String, match: HeaderIndex.Match)) {
    #expect(header.find(`case`.name) == `case`.match)
  }

  @Test func knowsNamesAndTextsInFull() {
    #expect(header.hasHeader("Q1"))
    #expect(header.hasHeader("Rate us [Staff]"))
    #expect(!header.hasHeader("Rate us"))
  }
}

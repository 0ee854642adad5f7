import Audit

@testable import Ingest

/// A codebook read and resolved against a header, as a project would.
struct PlanFixture {
  var plan: SurveyPlan?
  var codebook: Codebook?
  var diagnostics: [Diagnostic]

  init(
    _ text: String, header: String, configuration: Configuration = Configuration(), observed: ClosedRange<Int>? = nil,
    form: SurveyForm? = nil
  ) {
    let (file, problems) = CodebookReader.read(SourceText(text, file: "s.yml"))
    diagnostics = problems
    guard case .codebook(let codebook) = file, problems.allSatisfy({ $0.severity != .error }) else { return }
    self.codebook = codebook
    let columns = header.split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmingBlanks }
    var builder = PlanBuilder(
      codebook, origin: codebook.origin, header: form ?? .plain(columns),
      file: "s.csv", configuration: configuration,
      observed: { _ in observed })
    plan = builder.build()
    diagnostics += builder.diagnostics
  }

  /// How the cells under a header are read.
  func decoding(_ header: String) -> RatingDecoding? {
    guard case .rating(let decoding) = plan?.columns.first(where: { $0.header == header })?.decoding else { return nil }
    return decoding
  }

  /// Headers of the columns that an item is read from: perception, expectation, minimum, desired, importance.
  func columns(ofItem index: Int) -> [String] {
    guard let plan else { return [] }
    let item = plan.items[index]
    return [item.perception, item.expectation, item.minimum, item.desired, item.importance].compactMap { $0 }.map {
      plan.columns[$0].header
    }
  }
}

extension SurveyForm {
  /// A CSV file with this header.
  static func plain(_ header: [String]) -> SurveyForm { PlainForm.form(of: FormSample([header]), headerRows: 1) }
}

let scale17 = "scale: {min: 1, max: 7}\n"

import Audit
import CSV

/// One survey file, read: a wave of a survey or a part of one.
struct SurveyPart: Sendable {
  /// Relative to the project.
  var file: String
  var survey: String
  var respondents: Respondents
  /// Empty where none is declared.
  var label: String
  var fieldwork: Fieldwork?
  /// Where the wave is declared, else the file that might declare it.
  var place: Place
  var plan: SurveyPlan
  var tally: WaveTally
  var reading: FileReading
}

extension SurveyPart {
  /// Resolves the codebook against the file's header and counts its answers; nil when an error stands in the way.
  ///
  /// `path` is for the system; `jobs` stretches of the file may be read side by side.
  static func read(
    _ pair: SurveyPairing.Pair, path: String, configuration: Configuration, jobs: Int
  ) async -> (value: SurveyPart?, diagnostics: [Diagnostic]) {
    let file: SurveyFile
    let codebook = pair.codebook.source.file
    switch SurveyFile.sniff(.path(path), name: pair.csv, codebook: codebook, declared: pair.origin.csv) {
    case .success(let found): file = found
    case .failure(let problem): return (nil, [problem.diagnostic])
    }
    let reading = file.reading(declared: pair.origin.csv)
    var origin = pair.origin
    origin.csv.decimalComma = reading.decimalComma
    let header: SurveyHeader
    switch SurveyHeader.read(file) {
    case .success(let found): header = found
    case .failure(let problem): return (nil, file.remarks() + [problem.diagnostic])
    }
    var builder = PlanBuilder(
      pair.codebook, origin: origin, header: header.columns, file: pair.csv, configuration: configuration,
      observed: { ObservedRange.range(ofColumn: $0, in: file, decimalComma: reading.decimalComma) })
    guard let plan = builder.build() else { return (nil, file.remarks() + builder.diagnostics) }
    let (result, problems) = await SurveyScan(file: file, header: header, plan: plan, jobs: jobs).run()
    let diagnostics = file.remarks(besides: problems) + builder.diagnostics + problems
    guard let tally = result?.waves.first?.tally else { return (nil, diagnostics) }
    let part = SurveyPart(
      file: pair.csv, survey: pair.origin.survey ?? "", respondents: pair.origin.respondents ?? .customers,
      label: pair.origin.label, fieldwork: pair.origin.fieldwork,
      place: pair.origin.wave?.place ?? Place(file: pair.source.file), plan: plan, tally: tally,
      reading: reading)
    return (part, diagnostics)
  }
}

/// What the answers in a column look like, for hints.
enum ObservedRange {
  private static let records = 1000

  /// Lowest and highest whole number among the first records; nil where there is none.
  static func range(ofColumn column: Int, in file: SurveyFile, decimalComma: Bool) -> ClosedRange<Int>? {
    var found: ClosedRange<Int>?
    do throws(CSVError) {
      var reader = try RecordReader(file.source)
      _ = try reader.next()
      for _ in 0..<records {
        guard let record = try reader.next() else { break }
        guard record.fields.indices.contains(column) else { continue }
        let text = String(decoding: record.fields[column], as: UTF8.self).trimmingBlanks
        guard case .integer(let value) = CellNumber(text, decimalComma: decimalComma) else { continue }
        found = min(found?.lowerBound ?? value, value)...max(found?.upperBound ?? value, value)
      }
    } catch {
      // A hint is worth no second error about the same file.
      return found
    }
    return found
  }
}

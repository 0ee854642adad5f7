import Audit
import CSV

/// The rows of one wave in one survey file: a wave of a survey or a part of one.
struct SurveyPart: Sendable {
  /// Relative to the project.
  var file: String
  var survey: String
  var respondents: Respondents
  /// Empty where none is declared.
  var label: String
  /// A column gives the label.
  var isFromColumn: Bool
  var fieldwork: Fieldwork?
  /// Where that is declared: one that several files share is one.
  var fieldworkPlace: Place?
  /// Where the wave is declared, else the file that might declare it.
  var place: Place
  var plan: SurveyPlan
  var definition: SurveyDefinition
  var tally: WaveTally
  var reading: FileReading
  /// Nil where no comments are read.
  var comments: CommentTally?
}

extension SurveyPart {
  /// What one file gave.
  struct Reading: Sendable {
    var parts: [SurveyPart] = []
    var diagnostics: [Diagnostic]
    /// What the cache holds of it.
    var cached: CachedScan.Entry?
  }

  /// Resolves the codebook against the file's header and counts its answers, wave by wave; none when an error stands in the
  /// way.
  ///
  /// `path` is for the system; `jobs` stretches of the file may be read side by side; what `cache` holds is not read again.
  static func read(
    _ pair: SurveyPairing.Pair, path: String, configuration: Configuration, jobs: Int, cache: TallyCache? = nil,
    comments rules: CommentRules? = nil
  ) async -> Reading {
    let file: SurveyFile
    let codebook = pair.codebook.source.file
    switch SurveySource.open(pair.csv, path: path, codebook: codebook, declared: pair.origin.csv) {
    case .success(let found): file = found
    case .failure(let problem): return Reading(diagnostics: [problem.diagnostic])
    }
    var origin = pair.origin
    origin.csv.decimalComma = file.finding?.decimalComma ?? false
    let csv = origin.csv
    let header: SurveyHeader
    switch SurveyHeader.read(file, declared: csv) {
    case .success(let found): header = found
    case .failure(let problem): return Reading(diagnostics: file.remarks() + [problem.diagnostic])
    }
    var builder = PlanBuilder(
      pair.codebook, origin: origin, header: header.form, file: pair.csv, configuration: configuration,
      observed: {
        ObservedRange.range(ofColumn: $0, in: file, behind: header, decimalComma: csv.decimalComma ?? false)
      })
    guard let plan = builder.build() else { return Reading(diagnostics: file.remarks() + builder.diagnostics) }
    let scan = SurveyScan(file: file, header: header, plan: plan, jobs: jobs)
    let outcome = await CachedScan(scan: scan, cache: cache).run()
    var diagnostics = file.remarks(besides: outcome.diagnostics) + builder.diagnostics + outcome.diagnostics
    guard let result = outcome.result else { return Reading(diagnostics: diagnostics) }
    let place = pair.origin.wave?.place ?? Place(file: pair.source.file)
    let isFromColumn = plan.rows.wave != nil
    var fieldwork = pair.origin.fieldwork
    if result.waves.count > 1, fieldwork?.isDated ?? false {
      diagnostics.append(.surveyFieldworkOfSeveralWaves(pair.csv, waves: result.waves.count, at: place))
      fieldwork = fieldwork?.undated
    }
    var reading = file.reading(in: header, declared: pair.origin.csv)
    reading.guesses = pair.guesses
    var parts = result.waves.map { wave in
      SurveyPart(
        file: pair.csv, survey: pair.origin.survey ?? "", respondents: pair.origin.respondents ?? .customers,
        label: isFromColumn ? wave.label : pair.origin.label, isFromColumn: isFromColumn, fieldwork: fieldwork,
        fieldworkPlace: pair.origin.fieldworkPlace, place: place, plan: plan, definition: result.definition,
        tally: wave.tally,
        reading: reading)
    }
    if let rules, (pair.origin.respondents ?? .customers) == .customers, !plan.verbatims.isEmpty {
      switch CommentScan(file: file, header: header, plan: plan, rules: rules).result {
      case .success(let found):
        diagnostics += found.diagnostics
        for (index, wave) in result.waves.enumerated() {
          parts[index].comments = found.tallies[plan.rows.wave == nil ? "" : wave.label] ?? CommentTally()
        }
      case .failure(let problem): diagnostics.append(problem.diagnostic)
      }
    }
    // Rows of no wave stand with the last one, so that a page names them.
    if let last = parts.indices.last { parts[last].tally.unusable += result.withoutWave }
    return Reading(parts: parts, diagnostics: diagnostics, cached: outcome.entry)
  }
}

extension Fieldwork {
  fileprivate var isDated: Bool { from != nil || to != nil || invited != nil }

  /// What is true of each wave of a file with several.
  var undated: Fieldwork { Fieldwork(mode: mode, frame: frame) }
}

/// What the answers in a column look like, for hints.
enum ObservedRange {
  private static let records = 1000

  /// Lowest and highest whole number among the first records; nil where there is none.
  static func range(
    ofColumn column: Int, in file: SurveyFile, behind header: SurveyHeader, decimalComma: Bool
  ) -> ClosedRange<Int>? {
    var found: ClosedRange<Int>?
    do throws(CSVError) {
      var reader = try RecordReader(file.source)
      for _ in 0..<header.form.recordsBefore { _ = try reader.next() }
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

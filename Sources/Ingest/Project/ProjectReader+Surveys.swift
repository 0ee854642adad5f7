package import Audit
import CSV
import Foundation

/// Surveys without the rest of their project.
extension ProjectReader {
  /// One survey on its own, with `codebook` or the one beside it; paths are as the caller gives them.
  package static func survey(
    csv: String, codebook: String?, configuration: Configuration, jobs: Int
  ) async -> (survey: Survey?, log: DiagnosticLog) {
    let reading = await surveys(csvs: [csv], codebook: codebook, configuration: configuration, jobs: jobs)
    return (reading.surveys?.first, reading.log)
  }

  /// Surveys on their own, each file with `codebook` or the one beside it; paths are as the caller gives them.
  ///
  /// In byte order of their ids; nil where one of the files cannot be read.
  package static func surveys(
    csvs: [String], codebook: String?, configuration: Configuration, jobs: Int
  ) async -> (surveys: [Survey]?, log: DiagnosticLog) {
    var log = DiagnosticLog()
    for csv in csvs where !FileManager.default.fileExists(atPath: csv) { log.add(.projectNoFile(csv)) }
    guard !log.hasErrors else { return (nil, log) }
    let reader = SurveysReader(input: InputReader(root: ""), configuration: configuration, jobs: max(1, jobs))
    let files = csvs.map { csv -> SurveysReader.NamedFile in
      let beside = SurveyName.stem(csv) + ".yml"
      let isThere = codebook == nil && FileManager.default.fileExists(atPath: beside)
      return SurveysReader.NamedFile(
        csv: csv, codebook: codebook ?? (isThere ? beside : reader.codebook(naming: csv)))
    }
    let reading = await reader.read(files)
    log.add(contentsOf: reading.diagnostics)
    return (reading.surveys.isEmpty ? nil : reading.surveys, log)
  }

  /// The survey that standard input holds; it is kept in `folder` while it is read.
  package static func survey(
    standardInputKeptIn folder: String, codebook: String, configuration: Configuration, jobs: Int
  ) async -> (survey: Survey?, log: DiagnosticLog) {
    var log = DiagnosticLog()
    let name = "standard input"
    do throws(CSVError) {
      let input = try SpooledInput(in: folder)
      let files = InputReader(root: "", paths: [name: input.path])
      let reader = SurveysReader(input: files, configuration: configuration, jobs: max(1, jobs))
      let reading = await reader.read(csv: name, codebook: codebook)
      log.add(contentsOf: reading.diagnostics)
      withExtendedLifetime(input) {}
      return (reading.surveys.first, log)
    } catch {
      log.add(error.diagnostic(of: name))
      return (nil, log)
    }
  }
}
